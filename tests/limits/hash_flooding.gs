// Strings and ints made to collide stay fast.
t := {}
for i := 1; i <= 100000; i++ { t[i * 4294967296] = i; t[i + 0.5] = i }
print(table.count(t))                      // expect: 200000
// timeout: 20
// skip with: --gc-stress
