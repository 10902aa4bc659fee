// Comparisons share one level and group to the left.
print(1 < 2 == true, 1 == 1 == true, 2 > 1 != false)   // expect: true\ttrue\ttrue
print(1 + 1 == 2, "a" .. "b" == "ab", 1 | 2 == 3)      // expect: true\ttrue\ttrue
print(pcall(func() { return 1 < 2 < 3 }))              // expect: false\tattempt to compare boolean with number
