print(pcall(string.pack, "i1", 200))            // expect: false\tbad argument #2 to 'string.pack' (integer overflow)
print(pcall(string.pack, "I1", -1))             // expect: false\tbad argument #2 to 'string.pack' (integer overflow)
print(pcall(string.pack, "<i2", 32768))         // expect: false\tbad argument #2 to 'string.pack' (integer overflow)
print(pcall(string.pack, "i4"))                 // expect: false\tbad argument #2 to 'string.pack' (number expected, got nil)
print(pcall(string.pack, "s", 5))               // expect: false\tbad argument #2 to 'string.pack' (string expected, got number)
print(pcall(string.pack, "d", "x"))             // expect: false\tbad argument #2 to 'string.pack' (number expected, got string)
ok, e := pcall(string.pack, "q", 1)
print(ok, e:find("invalid format option 'q'", 1, true) != nil)     // expect: false\ttrue
