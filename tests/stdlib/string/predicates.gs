print(string.hasPrefix("hello", "he"), string.hasPrefix("hello", "lo"), string.hasPrefix("h", "hello"), string.hasPrefix("x", ""))   // expect: true\tfalse\tfalse\ttrue
print(string.hasSuffix("hello", "lo"), string.hasSuffix("hello", "he"), string.hasSuffix("x", ""))   // expect: true\tfalse\ttrue
print(string.contains("hello", "ell"), string.contains("hello", "."), string.contains("x", ""))      // expect: true\tfalse\ttrue
print(string.count("cheese", "e"), string.count("aaaa", "aa"), string.count("añb", ""), string.count("x", "y"))   // expect: 3\t2\t4\t0
print(string.isNumeric("12"), string.isNumeric("1e5"), string.isNumeric("x"), string.isNumeric(""), string.isNumeric(" 0x1 "))   // expect: true\ttrue\tfalse\tfalse\ttrue
