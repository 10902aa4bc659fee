func f(...) { return #... }
print(f(), f(nil), f(1, nil, nil), f({1, 2}))   // expect: 0\t1\t3\t1
func g(a, ...) { return #... + 1, #... ** 2, -#... }
print(g(1, 2, 3))                               // expect: 3\t4\t-2
