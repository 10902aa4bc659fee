mt := {__lt: func(a, b) { return a.n < b.n }, __le: func(a, b) { return a.n <= b.n }}
func v(n) { return setmetatable({n: n}, mt) }
a, b := v(1), v(2)
print(a < b, a > b, a <= b, a >= b)    // expect: true\tfalse\ttrue\tfalse
print(a <= v(1), a >= v(1), a < v(1))  // expect: true\ttrue\tfalse
