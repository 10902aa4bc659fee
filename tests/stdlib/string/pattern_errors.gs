print(pcall(string.find, "x", "%"))          // expect: false\tmalformed pattern (ends with '%')
print(pcall(string.find, "x", "[a"))         // expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[]"))         // expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "[^"))         // expect: false\tmalformed pattern (missing ']')
print(pcall(string.find, "x", "%b"))         // expect: false\tmalformed pattern (missing arguments to '%b')
print(pcall(string.find, "x", "%bx"))        // expect: false\tmalformed pattern (missing arguments to '%b')
print(pcall(string.find, "x", "%f"))         // expect: false\tmissing '[' after '%f' in pattern
print(pcall(string.find, "x", "(x"))         // expect: false\tunfinished capture
print(pcall(string.find, "x", "x)"))         // expect: false\tinvalid pattern capture
print(pcall(string.find, "xx", "(x)%2"))     // expect: false\tinvalid capture index %2
print(pcall(string.find, "x", "%1"))         // expect: false\tinvalid capture index %1
print(pcall(string.find, "x", ("()"):rep(33)))   // expect: false\ttoo many captures
print(select("#", string.find("x", ("()"):rep(32))))   // expect: 34
