t := {}
for i := 1; i <= 200; i++ { append(t, {k: i * 7 % 5, i: i}) }
table.sort(t, func(a, b) { return a.k < b.k })
ok := true
for i := 2; i <= #t; i++ {
    if t[i - 1].k > t[i].k || t[i - 1].k == t[i].k && t[i - 1].i > t[i].i { ok = false }
}
print(ok)                                           // expect: true
