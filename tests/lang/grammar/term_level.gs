// * / % << >> & &^ share a level and group to the left.
print(2 * 3 % 4, 100 / 10 / 2, 1 << 2 * 3, 7 & 3 << 1, 12 &^ 4 * 2)   // expect: 2\t5\t12\t6\t16
print(1 + 1 << 3, 6 & 3 + 1, 1 | 6 & 3)                               // expect: 9\t3\t3
