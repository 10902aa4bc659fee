print(bit32.band(0xff, 0x0f), bit32.bor(1, 2, 4), bit32.bxor(6, 3), bit32.bnot(0), bit32.bnot(0xffffffff))   // expect: 15\t7\t5\t4294967295\t0
print(bit32.band(), bit32.bor(), bit32.bxor(), bit32.band(-1), bit32.bor(1 << 35, 1))   // expect: 4294967295\t0\t0\t4294967295\t1
