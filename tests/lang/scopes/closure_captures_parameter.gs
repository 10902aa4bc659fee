func adder(n) { return func(x) { n += x; return n } }
a, b := adder(10), adder(100)
print(a(1), a(1), b(1))     // expect: 11\t12\t101
