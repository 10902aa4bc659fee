ops := {
    func(a, b) { return a + b }, func(a, b) { return a - b }, func(a, b) { return a * b }, func(a, b) { return a / b },
    func(a, b) { return a % b }, func(a, b) { return a ** b }, func(a, b) { return a & b }, func(a, b) { return a | b },
    func(a, b) { return a ^ b }, func(a, b) { return a << b }, func(a, b) { return a >> b }, func(a, b) { return a < b },
    func(a, b) { return a <= b }, func(a, b) { return a == b }, func(a, b) { return a .. b }, func(a, b) { return a &^ b },
}
pairs1 := {{7, 2}, {7.0, 2}, {"7", 2}, {7, "2"}, {7, 2.0}, {7, 2}}
for _, p := range pairs1 {
    for _, op := range ops {
        ok, v := pcall(op, p[1], p[2])
        io.write(ok && tostring(v) || "!", " ")
    }
    print()
}
// expect: 9 5 14 3.5 1 49 2 7 5 28 1 false false false 72 5\x20
// expect: 9.0 5.0 14.0 3.5 1.0 49.0 2 7 5 28 1 false false false 7.02 5\x20
// expect: 9 5 14 3.5 1 49 2 7 5 28 1 ! ! false 72 5\x20
// expect: 9 5 14 3.5 1 49 2 7 5 28 1 ! ! false 72 5\x20
// expect: 9.0 5.0 14.0 3.5 1.0 49.0 2 7 5 28 1 false false false 72.0 5\x20
// expect: 9 5 14 3.5 1 49 2 7 5 28 1 false false false 72 5\x20
