// + - | ^ share a level and group to the left.
print(10 - 4 - 3, 1 | 2 ^ 3, 1 ^ 1 | 4, 8 - 2 | 1, 1 + 2 ^ 3)   // expect: 3\t0\t4\t7\t0
