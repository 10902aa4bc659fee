// A call whose last argument is a call passes all its results on: as many as the callee has parameters, fewer and more; to
// one callee, to several at one site, to one with variable arguments, to a native, and through an error.

func none() { return }
func one(a) { return a }
func two(a, b) { return a, b }
func three(a, b, c) { return a, b, c }
func rest(a, ...) { return a, select("#", ...) }
func show(a, b) { return tostring(a) .. "/" .. tostring(b) }

func rounds(n) {
    text := ""
    for i := 1; i <= n; i++ {
        text = show(i, one(i + 1)) .. " " .. show(two(i, i + 2)) .. " " .. show(three(i, 5, 6)) .. " " .. show(i, none())
    }
    return text
}
print(rounds(700)) // expect: 700/701 700/702 700/5 700/nil

func vary(n) {
    callees := {one, two, three, rest, math.max}
    sum := 0
    for i := 1; i <= n; i++ {
        f := callees[i % 5 + 1]
        a, b := f(i, two(i + 1, 7))
        sum += a + (b || 0)
    }
    return sum
}
print(vary(1000)) // expect: 701102

func ack(m, n) {
    if m == 0 { return n + 1 }
    if n == 0 { return ack(m - 1, 1) }
    return ack(m - 1, ack(m, n - 1))
}
print(ack(2, 60)) // expect: 123

func fails(n) {
    if n > 600 { error("at " .. n, 0) }
    return n
}
func guarded(n) {
    return show(n, fails(n))
}
for i := 590; i <= 602; i++ {
    ok, text := pcall(guarded, i)
    if !ok { print(text) }
}
// expect: at 601
// expect: at 602

func endless(a, b) { return one(endless(a, two(b, 1))) }
ok, text := pcall(endless, 1, 2)
print(ok, string.find(text, "stack overflow") != nil) // expect: false\ttrue

// More registers than one byte's offset reaches, in one function with others that it reaches.
func many(n) {
    a, b, c, d, e, f, g, h := 1, 2, 3, 4, 5, 6, 7, 8
    i, j, k, l, m, o, p, q := 9, 10, 11, 12, 13, 14, 15, 16
    r, s, t, u := 17.5, 18, {x: 19}, {20, 21}
    for v := 1; v <= n; v++ {
        a, q = q, a
        s = s + p - o
        r = r * 1.0 + l * 0.5
        t.x = t.x + m
        u[1] = u[2] + k
        u[2] = u[1] - k + 1
        if s > 1000 { s = s - 1000 }
        if r > 100.5 { r -= 100 }
    }
    return a + b + c + d + e + f + g + h + i + j, p + q, r, s, t.x, u[1], u[2]
}
print(many(901)) // expect: 70\t16\t23.5\t919\t11732\t932\t922
