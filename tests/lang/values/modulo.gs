// % truncates: the result has the sign of the dividend.
print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 6 % 3)       // expect: 1\t-1\t1\t-1\t0
print(math.mininteger % -1, 5 % -1, 5 % math.mininteger)   // expect: 0\t0\t5
print(5.5 % 2, -5.5 % 2, 5.5 % -2, 5 % 2.5)        // expect: 1.5\t-1.5\t1.5\t0.0
print(1 % 0.0, 5 % (1 / 0.0), (1 / 0.0) % 2)       // expect: NaN\t5.0\tNaN
print(pcall(func() { return 1 % 0 }))              // expect: false\tattempt to perform modulo by zero
