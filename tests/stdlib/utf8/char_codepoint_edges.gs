print(utf8.char(72, 233, 0x65E5, 0x1F600), utf8.char() == "", #utf8.char(0), #utf8.char(0x10FFFF))         // expect: Hé日😀\ttrue\t1\t4
print(pcall(utf8.char, 0x110000))               // expect: false\tbad argument #1 to 'utf8.char' (value out of range)
print(pcall(utf8.char, 65, -1))                 // expect: false\tbad argument #2 to 'utf8.char' (value out of range)
print(pcall(utf8.char, 0xD800) == false)        // expect: true
print(utf8.codepoint("aé日", 1, -1))             // expect: 97\t233\t26085
print(utf8.codepoint("aé日"), utf8.codepoint("aé日", 3), utf8.codepoint("aé日", -1), utf8.codepoint("a", 2), utf8.codepoint("", 1))         // expect: 97\t26085\t26085\tnil\tnil
print(utf8.codepoint("\xffa", 1, 2))            // expect: 65533\t97
print(pcall(utf8.codepoint, "a", "x"))          // expect: false\tbad argument #2 to 'utf8.codepoint' (number expected, got string)
utf8.char("x")                                  // expect error: bad argument #1 to 'utf8.char' (number expected, got string)
