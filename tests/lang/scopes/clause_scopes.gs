// Each clause is a scope.
switch 1 {
case 1:
    a := "one"
    print(a)        // expect: one
default:
    a := "other"
    print(a)
}
print(pcall(func() { return a }))   // expect: false\tundefined variable: a
