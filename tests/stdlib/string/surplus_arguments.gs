print(string.len("abc", 1, 2), string.upper("a", {}), string.sub("abc", 1, 2, 3), string.rep("a", 2, "", "more"), string.hasPrefix("ab", "a", 5))    // expect: 3\tA\tab\taa\ttrue
print(("x"):trim(nil, 7), string.split("a,b", ",", 1)[2])          // expect: x\tb
