// Unary ^ has the level of unary minus.
print(^0, ^5 & 3, ^2 ** 2, -^0, ^-1, 1 ^ ^0)   // expect: -1\t2\t-5\t1\t0\t-2
