// Missing arguments are nil, extra ones are dropped.
func f(a, b, c) { return a, b, c }
print(f())              // expect: nil\tnil\tnil
print(f(1, 2))          // expect: 1\t2\tnil
print(f(1, 2, 3, 4))    // expect: 1\t2\t3
