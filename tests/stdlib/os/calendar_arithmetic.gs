// Days between dates, and the same date a year later, through os.time and os.date.
func at(y, m, d) { return os.time({year: y, month: m, day: d, hour: 12}) }
print(math.div(at(2024, 3, 1) - at(2024, 2, 1), 86400), math.div(at(2023, 3, 1) - at(2023, 2, 1), 86400), math.div(at(2025, 1, 1) - at(2024, 1, 1), 86400))  // expect: 29\t28\t366
d := os.date("*t", at(2024, 1, 31))
d.month++
print(os.date("%F", os.time(d)))                // expect: 2024-03-02
