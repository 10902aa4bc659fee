// Bytes, not characters; NUL and invalid bytes count.
print(string.len(""), string.len("abc"), string.len("é"), string.len("a\0b"), string.len("\xff\xfe"))   // expect: 0\t3\t2\t3\t2
print(("日本"):len(), #"日本")                  // expect: 6\t6
print(string.len("x", "surplus"))               // expect: 1
print(pcall(string.len, 12))                    // expect: false\tbad argument #1 to 'string.len' (string expected, got number)
print(pcall(string.len))                        // expect: false\tbad argument #1 to 'string.len' (string expected, got nil)
string.len({})                                  // expect error: bad argument #1 to 'string.len' (string expected, got table)
