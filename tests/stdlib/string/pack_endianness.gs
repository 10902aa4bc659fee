func hex(s) { return encoding.hexEncode(s) }
print(hex(string.pack(">I4", 0x01020304)), hex(string.pack("<I4", 0x01020304)))    // expect: 01020304\t04030201
print(hex(string.pack(">i3", -2)), hex(string.pack("<i3", -2)), hex(string.pack(">I2 <I2", 1, 1)))     // expect: fffffe\tfeffff\t00010100
print(hex(string.pack("=I2", 1)) == hex(string.pack("<I2", 1)))    // expect: true
print(hex(string.pack(">i16", -1)), hex(string.pack("<I16", 1)))   // expect: ffffffffffffffffffffffffffffffff\t01000000000000000000000000000000
print(string.unpack(">i16", string.pack(">i16", -5)))              // expect: -5\t17
print(hex(string.pack("<d", 1.0)), hex(string.pack(">f", 1.0)), hex(string.pack("<n", 2.0)))   // expect: 000000000000f03f\t3f800000\t0000000000000040
