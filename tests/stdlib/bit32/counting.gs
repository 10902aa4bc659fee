print(bit32.countbits(0), bit32.countbits(-1), bit32.countbits(0xF0F), bit32.highbit(0), bit32.highbit(1), bit32.highbit(-1), bit32.highbit(0x8000))       // expect: 0\t32\t8\t-1\t0\t31\t15
for i := range 32 { assert(bit32.highbit(1 << i) == i && bit32.countbits((1 << i) - 1) == i) }
print(bit32.toHex(255), bit32.toHex(255, 8), bit32.toHex(0), bit32.toHex(-1), bit32.toHex(0x1234, 2))      // expect: 0xFF\t0x000000FF\t0x0\t0xFFFFFFFF\t0x1234
print(pcall(bit32.countbits))                   // expect: false\tbad argument #1 to 'bit32.countbits' (number expected, got nil)
print(pcall(bit32.highbit, "z"))                // expect: false\tbad argument #1 to 'bit32.highbit' (number expected, got string)
bit32.toHex(1, "wide")                          // expect error: bad argument #2 to 'bit32.toHex' (number expected, got string)
