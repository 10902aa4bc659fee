func f(...) { return {...}, {..., 9}, {..., n: #...} }
a, b, c := f(1, 2, 3)
print(#a, a[3], #b, b[2], #c, c.n)   // expect: 3\t3\t2\t9\t1\t3
func g(...) { t := {...}; return #t }
print(g(nil, nil), g(1, nil, 3), g())   // expect: 0\t3\t0
