print(math.max(1, 3, 2), math.min(1, 3, 2), math.max(5), math.min(-1, -1.5))       // expect: 3\t1\t5\t-1.5
print(math.max(1, 1.0), math.max(1.0, 1), math.min(2, 2.0), math.type(math.max(2, 2.5)))   // expect: 1\t1.0\t2\tfloat
print(math.max(1, 0.0 / 0, 3), math.min(0.0 / 0, 1), math.max(1 / 0.0, math.maxinteger), math.min(-1 / 0.0, 0))    // expect: NaN\tNaN\t+Inf\t-Inf
print(math.max(9007199254740993, 9007199254740992.0), math.max(math.mininteger, -1e300))   // expect: 9007199254740993\t-9223372036854775808
big := {}
for i := range 5000 { append(big, (i * 7919) % 5000) }
print(math.max(big...), math.min(big...))       // expect: 4999\t0
print(pcall(math.max))                          // expect: false\tbad argument #1 to 'math.max' (number expected, got nil)
print(pcall(math.min, 1, 2, "x"))               // expect: false\tbad argument #3 to 'math.min' (number expected, got string)
math.max(1, nil)                                // expect error: bad argument #2 to 'math.max' (number expected, got nil)
