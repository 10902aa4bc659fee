func f() {
    x := 1
    defer func() { x = 2 }()
    return x
}
print(f())       // expect: 1
func g() {
    t := {n: 1}
    defer func() { t.n = 2 }()
    return t
}
print(g().n)     // expect: 2
