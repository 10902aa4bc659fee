max, min := math.maxinteger, math.mininteger
print(max + 1 == min, min - 1 == max, -min == min)   // expect: true\ttrue\ttrue
print(max * 2, min * -1, max * max)                  // expect: -2\t-9223372036854775808\t1
print(4611686018427387904 * 2, 3037000500 * 3037000500)   // expect: -9223372036854775808\t-9223372036709301616
i := max
i++
print(i)                                             // expect: -9223372036854775808
i--
print(i)                                             // expect: 9223372036854775807
