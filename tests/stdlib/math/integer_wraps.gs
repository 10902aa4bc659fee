print(math.maxinteger + 1 == math.mininteger, math.mininteger - 1 == math.maxinteger, math.maxinteger * 2, -math.mininteger == math.mininteger)    // expect: true\ttrue\t-2\ttrue
print(2 ** 62 * 2, 3 ** 40, 7 ** 23, (-2) ** 63, 10 ** 18)         // expect: -9223372036854775808\t-6289078614652622815\t8922003266371364727\t-9223372036854775808\t1000000000000000000
