// With several names, declared ones are assigned and at least one must be new.
func f() {
    a, b := 1, 2
    get := func() { return b }
    b, c := 3, 4
    return a, b, c, get()
}
print(f())   // expect: 1\t3\t4\t3
