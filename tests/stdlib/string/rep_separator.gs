print(string.rep("ab", 3), string.rep("ab", 3, "-"), string.rep("x", 1, "-"))      // expect: ababab\tab-ab-ab\tx
print(string.rep("x", 0) == "", string.rep("x", -5, "-") == "", string.rep("", 100) == "")   // expect: true\ttrue\ttrue
print(string.rep("", 3, ","), string.repeat("ab", 2), ("=").rep == nil)   // expect error: attempt to index a string value
