// %g without precision: the shortest digits, exponent form iff E < -4 or E >= 6, no .0
print(string.format("%g %g %g %g", 5.0, 1e6, 123456.5, 0.1))      // expect: 5 1e+06 123456.5 0.1
print(string.format("%g %g %g %g", 0.0001, 0.00001, 1e100, 100000))   // expect: 0.0001 1e-05 1e+100 100000
print(string.format("%g %g %g", 1234567.5, -0.0, 1 / 3))          // expect: 1.2345675e+06 -0 0.3333333333333333
print(string.format("%G", 1e-10))                                 // expect: 1E-10
