print(string.rep("ab", 3), string.rep("ab", 3, "-"), string.rep("ab", 1, "-"), string.rep("x", 0), string.rep("x", -5))   // expect: ababab\tab-ab-ab\tab\t\t
print(string.repeat("ab", 2), #string.rep("x", 100000), ("="):rep(3))   // expect: abab\t100000\t===
print(string.rep("", 1000), string.rep("", 3, ","))                    // expect: \t,,
