print(crypto.equal("abc", "abc"), crypto.equal("abc", "abd"), crypto.equal("abc", "ab"), crypto.equal("", ""), crypto.equal("a\0b", "a\0c"))       // expect: true\tfalse\tfalse\ttrue\tfalse
print(pcall(crypto.equal, "a"))                 // expect: false\tbad argument #2 to 'crypto.equal' (string expected, got nil)
crypto.equal(1, "1")                            // expect error: bad argument #1 to 'crypto.equal' (string expected, got number)
