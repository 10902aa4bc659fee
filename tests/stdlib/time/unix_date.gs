t := time.unix(0)
print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.nsec, t.unix, t.weekday, t.yearday)   // expect: 1970\t1\t1\t0\t0\t0\t0\t0.0\t4\t1
d := time.date(2024, 2, 29, 13, 5, 9)
print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.weekday, d.yearday, d.unix)           // expect: 2024\t2\t29\t13\t5\t9\t4\t60\t1709211909.0
n := time.date(2023, 13, 1)
print(n.year, n.month, n.day)                       // expect: 2024\t1\t1
m := time.date(2023, 2, 29)
print(m.month, m.day)                               // expect: 3\t1
print(time.unix(1, 500000000).unix)                 // expect: 1.5
