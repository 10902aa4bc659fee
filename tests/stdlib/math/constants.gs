print(math.pi, math.huge, math.maxinteger, math.mininteger)   // expect: 3.141592653589793\t+Inf\t9223372036854775807\t-9223372036854775808
