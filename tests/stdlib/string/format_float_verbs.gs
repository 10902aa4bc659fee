print(string.format("%f %.2f %8.3f|%-8.1f|%08.2f", 3.14159, 3.14159, 3.14159, 3.14159, -3.14159))  // expect: 3.141590 3.14    3.142|3.1     |-0003.14
print(string.format("%e %.2e %E", 12345.678, 12345.678, 0.00012))  // expect: 1.234568e+04 1.23e+04 1.200000E-04
print(string.format("%.3g %.10g %G", 1234567.0, 0.1, 1e-10))       // expect: 1.23e+06 0.1 1E-10
print(string.format("%a %A", 1.0, 0.5))         // expect: 0x1p+0 0X1P-1
print(string.format("%.0f %.0f %.0f %.0f", 0.5, 1.5, 2.5, -0.4))   // expect: 0 2 2 -0
print(string.format("%.20f", 0.1))              // expect: 0.10000000000000000555
print(string.format("%#.0f %+.1f % .1f", 3.0, 2.0, 2.0))           // expect: 3. +2.0  2.0
print(string.format("%.1f", 7), string.format("%f", "1.5"))        // expect: 7.0\t1.500000
string.format("%f", {})                         // expect error: bad argument #2 to 'string.format' (number expected, got table)
