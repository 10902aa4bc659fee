print(bit32.extract(0xABCD1234, 8, 8), bit32.extract(-1, 0, 32), bit32.extract(0xF0, 4, 4))        // expect: 18\t4294967295\t15
print(bit32.replace(0, 0xFF, 8, 8), bit32.replace(-1, 0, 0, 16), bit32.replace(0, 0x1FF, 0, 8))    // expect: 65280\t4294901760\t255
print(pcall(bit32.extract, 1, 30, 3))           // expect: false\tbad argument #2 to 'bit32.extract' (position out of range)
print(pcall(bit32.replace, 1, 1, 0, 33) == false, pcall(bit32.extract, 1, -1, 1) == false, pcall(bit32.extract, 1, 0, 0) == false)         // expect: true\ttrue\ttrue
bit32.replace(1, 2, 31, 2)                      // expect error: bad argument #3 to 'bit32.replace' (position out of range)
