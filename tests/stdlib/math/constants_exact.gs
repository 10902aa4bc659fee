print(math.pi, math.huge, -math.huge, math.maxinteger, math.mininteger)    // expect: 3.141592653589793\t+Inf\t-Inf\t9223372036854775807\t-9223372036854775808
print(math.maxinteger + 1 == math.mininteger, math.huge > math.maxinteger, math.type(math.maxinteger))     // expect: true\ttrue\tinteger
