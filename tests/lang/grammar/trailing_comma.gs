// A trailing comma is allowed in arguments, parameters and tables.
func f(a, b,) { return a, b }
print(f(1, 2,))        // expect: 1\t2
print(#{1, 2, 3,})     // expect: 3
g := func(...) { return #... }
print(g({1, 2}...,))   // expect: 2
