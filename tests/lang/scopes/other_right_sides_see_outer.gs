// Any expression but a direct literal sees the outer meaning of the name.
a := 1
func f() {
    a := a + 1
    b := {get: func() { return a }}
    return a, b.get()
}
print(f())                     // expect: 2\t2
h := func() { return "outer" }
func g() {
    h := (func() { return h })
    return h()()
}
print(g())                     // expect: outer
