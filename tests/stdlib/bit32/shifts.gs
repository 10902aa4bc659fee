print(bit32.lshift(1, 4), bit32.lshift(1, 31), bit32.lshift(1, 32), bit32.lshift(0xffffffff, 4))   // expect: 16\t2147483648\t0\t4294967280
print(bit32.rshift(256, 4), bit32.rshift(-1, 28), bit32.rshift(1, 40), bit32.lshift(256, -4), bit32.rshift(1, -4))   // expect: 16\t15\t0\t16\t16
print(bit32.arshift(0x80000000, 4), bit32.arshift(16, 2), bit32.arshift(-8, 1))   // expect: -134217728\t4\t-4
