func f(...) { return ...[1], ...[2], ...[3], ...[0], ...[-1], ...["x"], ...[2.0] }
print(f("a", "b"))     // expect: a\tb\tnil\tnil\tnil\tnil\tb
func g(...) {
    s := 0
    for i := 1; i <= #...; i++ { s += ...[i] }
    return s
}
print(g(1, 2, 3.5), g())   // expect: 6.5\t0
