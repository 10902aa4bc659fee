t := {}
for i := 1; i <= 1000000; i++ { t[i] = i }
for i := 1; i <= 200000; i++ { t["k" .. i] = i }
n := 0
for k, v := range t { n++ }
print(n, #t)                               // expect: 1200000\t1000000
for i := 1000000; i >= 1; i-- { t[i] = nil }
print(#t, next(t))                         // expect: 0\tk1\t1
// timeout: 20
// skip with: --gc-stress
