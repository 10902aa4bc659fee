print(math.abs(-5), math.abs(5), math.abs(-2.5), math.abs(-0.0), math.abs("-3"))   // expect: 5\t5\t2.5\t0.0\t3
print(math.abs(math.mininteger), math.abs(-1 / 0.0), math.abs(math.mininteger + 1))        // expect: -9223372036854775808\t+Inf\t9223372036854775807
print(math.type(math.abs(-3)), math.type(math.abs(-3.0)), math.abs("-1.5"))        // expect: integer\tfloat\t1.5
print(pcall(math.abs))                          // expect: false\tbad argument #1 to 'math.abs' (number expected, got nil)
math.abs("x")                                   // expect error: bad argument #1 to 'math.abs' (number expected, got string)
