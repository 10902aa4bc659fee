print(math.sign(-7), math.sign(0), math.sign(3), math.sign(-2.5), math.sign(-0.0), math.sign(0.0 / 0), math.sign(-1 / 0.0))        // expect: -1\t0\t1\t-1\t0\t0\t-1
print(math.sign(math.mininteger), math.type(math.sign(2.5)), math.sign("-3"))      // expect: -1\tinteger\t-1
math.sign(nil)                                  // expect error: bad argument #1 to 'math.sign' (number expected, got nil)
