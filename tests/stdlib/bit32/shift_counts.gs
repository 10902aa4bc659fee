print(bit32.lshift(1, 31), bit32.lshift(1, 32), bit32.lshift(3, 31), bit32.lshift(8, -2))  // expect: 2147483648\t0\t2147483648\t2
print(bit32.rshift(0x80000000, 31), bit32.rshift(-1, 28), bit32.rshift(1, 32), bit32.rshift(1, -4))        // expect: 1\t15\t0\t16
print(bit32.arshift(0x80000000, 31), bit32.arshift(-8, 1), bit32.arshift(8, 1), bit32.arshift(-1, 100), bit32.arshift(1, 100))     // expect: -1\t-4\t4\t-1\t0
print(bit32.lshift(1, math.mininteger), bit32.rshift(1, math.maxinteger), bit32.lshift(1, math.maxinteger))        // expect: 0\t0\t0
print(pcall(bit32.lshift, 1))                   // expect: false\tbad argument #2 to 'bit32.lshift' (number expected, got nil)
print(pcall(bit32.rshift, "a", 1))              // expect: false\tbad argument #1 to 'bit32.rshift' (number expected, got string)
bit32.arshift(1, {})                            // expect error: bad argument #2 to 'bit32.arshift' (number expected, got table)
