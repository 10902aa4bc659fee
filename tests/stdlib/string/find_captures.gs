print(string.find("key = value", "(%w+)%s*=%s*(%w+)"))             // expect: 1\t11\tkey\tvalue
print(string.find("abc", "()b()"))              // expect: 2\t2\t2\t3
print(string.find("abc", "(x?)c"))              // expect: 3\t3\t
print(string.find("a.b", ".", 1, true))         // expect: 2\t2
print(string.find("a[b]", "[b]", 1, true))      // expect: 2\t4
print(string.find("aXb", "x", 1, true))         // expect: nil
print(string.find("a\0b\0c", "\0c", 1, true))   // expect: 4\t5
print(string.find("a+b", "+", 1, 1))            // expect: 2\t2
