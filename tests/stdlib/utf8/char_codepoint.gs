print(utf8.char(72, 0xe9, 0x4e2d, 0x1f600), utf8.char() == "")                 // expect: Hé中😀\ttrue
print(utf8.codepoint("aé中"), utf8.codepoint("aé中", 2), utf8.codepoint("aé中", -1))   // expect: 97\t233\t20013
print(utf8.codepoint("aé中", 1, 3))     // expect: 97\t233\t20013
print(utf8.codepoint("a", 5), utf8.codepoint("\xff"))                          // expect: nil\t65533
print(pcall(utf8.char, 0x110000))       // expect: false\tbad argument #1 to 'utf8.char' (value out of range)
print(pcall(utf8.char, 65, -1))         // expect: false\tbad argument #2 to 'utf8.char' (value out of range)
