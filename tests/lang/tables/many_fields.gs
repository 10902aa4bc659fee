t := {}
for i := 1; i <= 2000; i++ { t["f" .. i] = i }
sum := 0
for _, v := range t { sum += v }
print(sum, t.f1, t.f2000)          // expect: 2001000\t1\t2000
for i := 1; i <= 2000; i += 2 { t["f" .. i] = nil }
print(table.count(t), t.f1, t.f2)  // expect: 1000\tnil\t2
