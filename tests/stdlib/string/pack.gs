p := string.pack("<i2 >I4 z s1", -2, 258, "hi", "abc")
print(#p, string.unpack("<i2 >I4 z s1", p))          // expect: 13\t-2\t258\thi\tabc\t14
func hex(s) { return (s:gsub(".", func(c) { return string.format("%x%x", c:byte() >> 4, c:byte() & 15) })) }
print(hex(string.pack("<i4", 1)), hex(string.pack(">i4", 1)), hex(string.pack("<I3", 0x010203)))   // expect: 01000000\t00000001\t030201
print(hex(string.pack("b", -1)), hex(string.pack("B", 255)), hex(string.pack("<h", -2)), hex(string.pack(">H", 258)))   // expect: ff\tff\tfeff\t0102
print(hex(string.pack("<d", 1.0)), hex(string.pack(">f", 1.0)))    // expect: 000000000000f03f\t3f800000
print(hex(string.pack("<s2", "ab")), hex(string.pack("z", "ab")), hex(string.pack("<xB", 1)))   // expect: 02006162\t616200\t0001
print(hex(string.pack("<!4 B i4", 1, 2)))            // expect: 0100000002000000
