print(math.ceil(1.2), math.ceil(-1.2), math.floor(1.8), math.floor(-1.2), math.trunc(1.8), math.trunc(-1.8))       // expect: 2\t-1\t1\t-2\t1\t-1
print(math.ceil(5), math.floor(5), math.trunc(5), math.type(math.floor(2.0)))      // expect: 5\t5\t5\tinteger
print(math.floor(1e300), math.ceil(1 / 0.0), math.trunc(0.0 / 0))  // expect: 1e+300\t+Inf\tNaN
print(math.floor(9223372036854774784.0), math.floor(9223372036854775808.0), math.ceil(-9223372036854775808.0))     // expect: 9223372036854774784\t9223372036854776000.0\t-9223372036854775808
print(math.ceil(-0.5), math.floor("3.7"), math.trunc(-0.9))        // expect: 0\t3\t0
print(pcall(math.ceil, {}))                     // expect: false\tbad argument #1 to 'math.ceil' (number expected, got table)
print(pcall(math.trunc, true))                  // expect: false\tbad argument #1 to 'math.trunc' (number expected, got boolean)
math.floor()                                    // expect error: bad argument #1 to 'math.floor' (number expected, got nil)
