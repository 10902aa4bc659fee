// Hex, binary and octal ints; the base letter may be upper case.
print(0xff, 0XFF, 0xAbC, 0x_ff, 0xf_f)      // expect: 255\t255\t2748\t255\t255
print(0b1010, 0B11, 0b_1_1)                 // expect: 10\t3\t3
print(0o17, 0O17, 0o_7_7)                   // expect: 15\t15\t63
