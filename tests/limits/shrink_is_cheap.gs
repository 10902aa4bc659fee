// Length, appending and taking from the end take no time proportional to the size, holes or not.
t := {}
for i := 1; i <= 300000; i++ { t[i] = i }
for i := 1; i < 300000; i++ { t[i] = nil }
print(#t)                                  // expect: 300000
t[300000] = nil
print(#t)                                  // expect: 0
s := 0
for i := 1; i <= 300000; i++ { append(t, i); s += #t; if i % 2 == 0 { table.remove(t) } }
print(#t)                                  // expect: 150000
// timeout: 20
// skip with: --gc-stress
