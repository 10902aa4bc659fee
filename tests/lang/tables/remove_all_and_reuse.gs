t := {}
for round := range 3 {
    for i := 1; i <= 50; i++ { t["k" .. i] = i }
    for i := 1; i <= 50; i++ { t["k" .. i] = nil }
}
t.a = 1; t.b = 2
s := ""
for k := range t { s ..= k }
print(s, next(t))                  // expect: ab\ta\t1
