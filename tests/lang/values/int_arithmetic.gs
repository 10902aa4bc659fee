print(7 + 3, 7 - 10, 6 * 7, -5, - -5)           // expect: 10\t-3\t42\t-5\t5
print(math.type(7 + 3), math.type(7 + 3.0))     // expect: integer\tfloat
print(1 + 2.0, 3 - 0.5, 2 * 1.5, -0.0, 0 * -1.0)   // expect: 3.0\t2.5\t3.0\t-0.0\t-0.0
