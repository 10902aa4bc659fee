print(math.modf(3.75))                          // expect: 3.0\t0.75
print(math.modf(-3.75))                         // expect: -3.0\t-0.75
print(math.modf(5))                             // expect: 5.0\t0.0
print(math.modf(1 / 0.0))                       // expect: +Inf\t0.0
print(math.modf(-1 / 0.0))                      // expect: -Inf\t-0.0
print(math.modf(0.0 / 0))                       // expect: NaN\tNaN
math.modf("abc")                                // expect error: bad argument #1 to 'math.modf' (number expected, got string)
