func demo() {
    func a() { return b() }
    ok, e := pcall(a)
    func b() { return "b" }
    return ok, e, a()
}
print(demo())       // expect: false\tundefined variable: b\tb
