// ** groups to the right; its right operand may carry a sign.
print(2 ** 3 ** 2, 2 ** -1, -2 ** -2, 2 ** - -2)   // expect: 512\t0.5\t-0.25\t4
print(2 ** -2 ** 2, 2 ** ^0)                       // expect: 0.0625\t0.5
print(2 * 3 ** 2, 2 ** 3 * 2)                      // expect: 18\t16
