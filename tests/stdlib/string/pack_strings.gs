func hex(s) { return encoding.hexEncode(s) }
print(hex(string.pack("z", "ab")), hex(string.pack("<s1", "ab")), hex(string.pack("<s2", "ab")), hex(string.pack(">s4", "a")))   // expect: 616200\t026162\t02006162\t0000000161
print(#string.pack("s", "abc"), string.unpack("s", string.pack("s", "abc")))       // expect: 11\tabc\t12
print(string.unpack("z", "ab\0cd"))             // expect: ab\t4
print(hex(string.pack("bxb", 1, 2)), hex(string.pack("!4 b Xi4 i4", 1, 2)))        // expect: 010002\t0100000002000000
