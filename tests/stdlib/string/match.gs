print(string.match("2024-03-11", "(%d+)-(%d+)-(%d+)"))        // expect: 2024\t03\t11
print(string.match("key = value", "%w+"))                     // expect: key
print(string.match("hello", "xyz"))                           // expect: nil
print(string.match("hello", "()ll()"))                        // expect: 3\t5
print(string.match("hello", "l+", 4), string.match("hello", "^l", 3))   // expect: l\tl
print(string.match("  trim  ", "^%s*(.-)%s*$") .. "|")        // expect: trim|
print(string.match("abc", "()"), string.match("abc", ".-"))   // expect: 1\t
