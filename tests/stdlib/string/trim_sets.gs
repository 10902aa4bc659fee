func q(s) { return "[" .. s .. "]" }
print(q(string.trim("  a b\t\n")), q(string.trimLeft("  a ")), q(string.trimRight("  a ")))        // expect: [a b]\t[a ]\t[  a]
print(q(string.trim("xxaxbxx", "x")), q(string.trim("-=a=-", "=-")), q(string.trim("aaa", "a")))   // expect: [axb]\t[a]\t[]
print(q(string.trimLeft("001200", "0")), q(string.trimRight("001200", "0")))       // expect: [1200]\t[0012]
print(q(string.trim("\u00a0\u2003x\u3000\u0085")), q(string.trim("")), q(string.trim(" \t\r\n\v\f")))      // expect: [x]\t[]\t[]
print(q(string.trim("éaé", "é")), q(string.trim("éaè", "é")))      // expect: [a]\t[aè]
print(q(string.trim("\0a\0")) == "[\0a\0]", q(string.trim(" a ", "")))     // expect: true\t[ a ]
print(pcall(string.trim))                       // expect: false\tbad argument #1 to 'string.trim' (string expected, got nil)
print(pcall(string.trimLeft, "a", 1))           // expect: false\tbad argument #2 to 'string.trimLeft' (string expected, got number)
string.trimRight({}, " ")                       // expect error: bad argument #1 to 'string.trimRight' (string expected, got table)
