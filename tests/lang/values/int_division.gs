// The exact quotient of ints is an int, otherwise the float quotient.
print(6 / 3, 7 / 2, -7 / 2, 0 / 5, -6 / 3)      // expect: 2\t3.5\t-3.5\t0\t-2
print(math.type(6 / 3), math.type(7 / 2))       // expect: integer\tfloat
print(6.0 / 3, 6 / 3.0, 1 / 3)                  // expect: 2.0\t2.0\t0.3333333333333333
print(math.mininteger / -1, math.mininteger / 2)   // expect: -9223372036854775808\t-4611686018427387904
print(9007199254740993 / 1, 9007199254740993 / 2)  // expect: 9007199254740993\t4503599627370496.0
