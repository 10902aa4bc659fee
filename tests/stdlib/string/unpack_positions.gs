s := string.pack("<i2i2i2", 10, 20, 30)
print(string.unpack("<i2", s), string.unpack("<i2", s, 3), string.unpack("<i2", s, -2))    // expect: 10\t20\t30\t7
print(string.unpack("", s, 7))                  // expect: 7
values := {string.unpack("<i2i2i2", s)}
print(#values, values[3], values[4])            // expect: 4\t30\t7
print(string.unpack("<I8", "\xff\xff\xff\xff\xff\xff\xff\xff"))    // expect: -1\t9
print(pcall(string.unpack, "<i4", "abc"))       // expect: false\tbad argument #2 to 'string.unpack' (data string too short)
string.unpack("<i2", nil)                       // expect error: bad argument #2 to 'string.unpack' (string expected, got nil)
