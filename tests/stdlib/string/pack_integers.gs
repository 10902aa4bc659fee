func hex(s) { return encoding.hexEncode(s) }
print(hex(string.pack("<i1i2i4i8", 1, 2, 3, 4)))                   // expect: 010200030000000400000000000000
print(hex(string.pack("<bBhH", -1, 255, -2, 65535)), hex(string.pack("<j", -3)))   // expect: fffffeffffff\tfdffffffffffffff
