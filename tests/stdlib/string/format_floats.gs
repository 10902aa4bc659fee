print(string.format("%f %.2f %.0f %F", 1.5, 2.345, 2.5, 1.0))          // expect: 1.500000 2.35 2 1.000000
print(string.format("%e %.2e %E", 12345.678, 12345.678, 0.00012))      // expect: 1.234568e+04 1.23e+04 1.200000E-04
print(string.format("[%8.2f|%-8.2f|%08.2f|%+.1f]", 3.14159, 3.14159, 3.14159, 2))   // expect: [    3.14|3.14    |00003.14|+2.0]
print(string.format("%.3g %.10g %.3G", 1234567.0, 0.1, 1e-10))         // expect: 1.23e+06 0.1 1E-10
print(string.format("%a %a %A", 1.0, 0.5, 255.5))                      // expect: 0x1p+0 0x1p-1 0X1.FFP+7
print(string.format("%.1f %.1f", 0.25, 0.35))                          // expect: 0.2 0.3
print(string.format("%f", 10))                                         // expect: 10.000000
