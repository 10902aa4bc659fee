// Blocks nested in the top level are ordinary local scopes.
if true { a := 1; print(a) }       // expect: 1
for i := 0; i < 1; i++ { b := i }
{ c := 3 }
print(pcall(func() { return a }))  // expect: false\tundefined variable: a
print(pcall(func() { return b }))  // expect: false\tundefined variable: b
print(pcall(func() { return c }))  // expect: false\tundefined variable: c
print(pcall(func() { return i }))  // expect: false\tundefined variable: i
