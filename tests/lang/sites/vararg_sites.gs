func f(...) { a, b := ...; return a, b, #..., ...[#...] }
print(f())                              // expect: nil\tnil\t0\tnil
print(f(1))                             // expect: 1\tnil\t1\t1
print(f(1, 2, 3))                       // expect: 1\t2\t3\t3
func g(...) { return f(...), f(0, ...) }
print(g(7))                             // expect: 7\t0\t7\t2\t7
