print(string.unpack("<i4", "\x01\x00\x00\x00"))      // expect: 1\t5
print(string.unpack("<I2 <I2", "\x01\x00\x02\x00"))  // expect: 1\t2\t5
print(string.unpack("B", "abc", 2))                  // expect: 98\t3
print(string.unpack("b", "\xff"), string.unpack("B", "\xff"))   // expect: -1\t255\t2
print(string.unpack("z", "hi\0rest"))                // expect: hi\t4
print(string.unpack("<j", string.pack("<j", math.mininteger)))   // expect: -9223372036854775808\t9
print(string.unpack("<n", string.pack("<n", 1.5)))   // expect: 1.5\t9
