func f() {
    x := 1
    g := func() { return x }
    x = 2
    return g
}
print(f()())     // expect: 2
