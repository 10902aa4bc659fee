// An inconsistent comparator gives some permutation, never a crash.
t := {}
for i := 1; i <= 500; i++ { t[i] = i }
table.sort(t, func(a, b) { return true })
sum := 0
for _, v := range t { sum += v }
print(#t, sum)                                      // expect: 500\t125250
