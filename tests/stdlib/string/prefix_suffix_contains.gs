print(string.hasPrefix("hello", "he"), string.hasPrefix("hello", ""), string.hasPrefix("he", "hello"), string.hasPrefix("", ""))   // expect: true\ttrue\tfalse\ttrue
print(string.hasSuffix("hello", "lo"), string.hasSuffix("hello", ""), string.hasSuffix("lo", "hello"), ("a.gs"):hasSuffix(".gs"))  // expect: true\ttrue\tfalse\ttrue
print(string.contains("hello", "ell"), string.contains("hello", ""), string.contains("hello", "."), string.contains("a\0b", "\0"))  // expect: true\ttrue\tfalse\ttrue
print(pcall(string.hasPrefix, "a"))             // expect: false\tbad argument #2 to 'string.hasPrefix' (string expected, got nil)
print(pcall(string.hasSuffix, 1, "a"))          // expect: false\tbad argument #1 to 'string.hasSuffix' (string expected, got number)
("a"):contains(1)                               // expect error: bad argument #2 to 'string.contains' (string expected, got number)
