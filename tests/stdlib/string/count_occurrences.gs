print(string.count("banana", "a"), string.count("banana", "ana"), string.count("banana", "x"))     // expect: 3\t1\t0
print(string.count("aaaa", "aa"), string.count("abc", ""), string.count("aé日", ""), string.count("", ""), string.count("", "a"))   // expect: 2\t4\t4\t1\t0
print(string.count("a.b.c", "."), string.count(string.rep("ab", 10000), "b"))      // expect: 2\t10000
string.count("a", nil)                          // expect error: bad argument #2 to 'string.count' (string expected, got nil)
