// func for a declared name assigns.
func f() {
    x := 1
    get := func() { return x }
    func x() { return "function" }
    return get()()
}
print(f())          // expect: function
func g() { return 1 }
func g() { return 2 }
print(g())          // expect: 2
