func show(s) {
    h, m := math.div(s, 3600), math.div(s % 3600, 60)
    return string.format("%02d:%02d:%02d", h, m, s % 60)
}
a, b := time.date(2024, 2, 28, 22, 15), time.date(2024, 3, 1, 1, 0, 30)
print(time.diff(a, b), show(math.trunc(time.diff(a, b))), time.diff(b, a) == -time.diff(a, b))     // expect: 96330.0\t26:45:30\ttrue
