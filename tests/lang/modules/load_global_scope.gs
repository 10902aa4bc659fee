// Declarations of a loaded chunk are global, its blocks local.
load("a := 1 func f() { return a } const c = 3 { b := 2 }")()
print(a, f(), c)                              // expect: 1\t1\t3
print(pcall(func() { return b }))             // expect: false\tundefined variable: b
