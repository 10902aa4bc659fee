func q(s) { return "[" .. s .. "]" }
print(q(string.padLeft("7", 3, "0")), q(string.padRight("7", 3)), q(string.padLeft("abc", 3)))     // expect: [007]\t[7  ]\t[abc]
print(q(string.padLeft("abcdef", 3)), q(string.padRight("abcdef", 3)))     // expect: [def]\t[abc]
print(q(string.padLeft("x", 6, "ab")), q(string.padRight("x", 6, "ab")))   // expect: [ababax]\t[xababa]
print(q(string.padLeft("", 2, "é")), q(string.padLeft("x", 0)), q(string.padRight("x", -1)))       // expect: [é]\t[]\t[]
print(pcall(string.padLeft, "x", 5, ""))        // expect: false\tbad argument #3 to 'string.padLeft' (empty padding)
print(pcall(string.padRight, "x"))              // expect: false\tbad argument #2 to 'string.padRight' (number expected, got nil)
print(pcall(string.padLeft, "x", math.maxinteger))                 // expect: false\tstring too large
string.padRight("x", 3, "")                     // expect error: bad argument #3 to 'string.padRight' (empty padding)
