func f() { g = 1 }
print(pcall(f))          // expect: false\tundefined variable: g
g := 0
f()
print(g)                 // expect: 1
