// Without precision %g is the shortest text that reads back, in exponent form from 1e6 and below 1e-4.
for _, x := range {0.1, 1.0, 100000.0, 1000000.0, 123456.789, 0.0001, 0.00001, 1e21, 1e100, -2.5, 0.0} { io.write(string.format("%g ", x)) }
print()                                         // expect: 0.1 1 100000 1e+06 123456.789 0.0001 1e-05 1e+21 1e+100 -2.5 0 
print(string.format("%g", 2 ** 53), string.format("%10g|%-10g|", 1.5, 1.5))        // expect: 9.007199254740992e+15\t       1.5|1.5       |
print(string.format("%g %g %g", 1 / 0.0, -1 / 0.0, 0.0 / 0))       // expect: +Inf -Inf NaN
print(string.format("%.3g", 0.00012345), string.format("%G", 1e-5))        // expect: 0.000123\t1E-05
