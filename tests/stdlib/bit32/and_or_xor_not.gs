print(bit32.band(), bit32.bor(), bit32.bxor(), bit32.band(0xff, 0x0f), bit32.bor(1, 2, 4), bit32.bxor(5, 3))       // expect: 4294967295\t0\t0\t15\t7\t6
print(bit32.band(-1), bit32.bor(1 << 40 | 5), bit32.bnot(0), bit32.bnot(-1), bit32.bnot(0xf0f0f0f0))       // expect: 4294967295\t5\t4294967295\t0\t252645135
print(bit32.band("0xff", 15.9), bit32.bxor(-1, 1))                 // expect: 15\t4294967294
print(pcall(bit32.band, 1, "x"))                // expect: false\tbad argument #2 to 'bit32.band' (number expected, got string)
print(pcall(bit32.bor, nil))                    // expect: false\tbad argument #1 to 'bit32.bor' (number expected, got nil)
print(pcall(bit32.bxor, 1e300))                 // expect: false\tbad argument #1 to 'bit32.bxor' (number has no integer representation)
bit32.bnot()                                    // expect error: bad argument #1 to 'bit32.bnot' (number expected, got nil)
