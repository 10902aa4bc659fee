print(math.sqrt(16), math.sqrt(2), math.sqrt(-1), math.sqrt(0))    // expect: 4.0\t1.4142135623730951\tNaN\t0.0
print(math.pow(2, 10), math.pow(2, -1), math.pow(0, 0), math.pow(-8, 1 / 3), math.pow(2, 0.5))     // expect: 1024.0\t0.5\t1.0\tNaN\t1.4142135623730951
print(math.hypot(3, 4), math.hypot(1e200, 1e200), math.hypot(0, 0), math.hypot(1 / 0.0, 0.0 / 0))  // expect: 5.0\t1.414213562373095e+200\t0.0\t+Inf
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(5.5, 2), math.fmod(1, 0))     // expect: 1.0\t-1.0\t1.0\t1.5\tNaN
print(math.exp(0), math.exp(1), math.exp(-1 / 0.0), math.exp(1000))        // expect: 1.0\t2.718281828459045\t0.0\t+Inf
print(pcall(math.pow, 2))                       // expect: false\tbad argument #2 to 'math.pow' (number expected, got nil)
print(pcall(math.hypot, "a", 1))                // expect: false\tbad argument #1 to 'math.hypot' (number expected, got string)
print(pcall(math.fmod, 1, {}))                  // expect: false\tbad argument #2 to 'math.fmod' (number expected, got table)
print(pcall(math.exp, nil))                     // expect: false\tbad argument #1 to 'math.exp' (number expected, got nil)
math.sqrt(print)                                // expect error: bad argument #1 to 'math.sqrt' (number expected, got function)
