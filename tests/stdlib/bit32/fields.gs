print(bit32.test(5, 0), bit32.test(5, 1), bit32.set(0, 3), bit32.clear(15, 0), bit32.toggle(5, 1))   // expect: true\tfalse\t8\t14\t7
print(bit32.extract(0xabcd, 4, 8), bit32.replace(0, 0xf, 4, 4), bit32.replace(0xffff, 0, 4, 8))      // expect: 188\t240\t61455
print(bit32.countbits(255), bit32.countbits(-1), bit32.highbit(1), bit32.highbit(0x80000000), bit32.highbit(0))   // expect: 8\t32\t0\t31\t-1
print(bit32.toHex(255), bit32.toHex(255, 8), bit32.toHex(0), bit32.toHex(-1))   // expect: 0xFF\t0x000000FF\t0x0\t0xFFFFFFFF
print(pcall(bit32.test, 1, 32))         // expect: false\tbad argument #2 to 'bit32.test' (position out of range)
print(pcall(bit32.set, 1, -1))          // expect: false\tbad argument #2 to 'bit32.set' (position out of range)
print(pcall(bit32.extract, 1, 30, 3) == false)   // expect: true
