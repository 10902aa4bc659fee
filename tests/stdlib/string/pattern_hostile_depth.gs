// Patterns made to recurse or to backtrack for ever are refused or limited, and the program goes on.
print(pcall(string.match, string.rep("a", 100000), string.rep("(a", 33)))          // expect: false\ttoo many captures
text := string.rep("a", 300000)
print(#string.match(text, ".-$"), #string.match(text, "a*"), string.match(text, "a*b"))   // expect: 300000\t300000\tnil
print(#string.match(text, "^" .. string.rep("a?", 30) .. ".*"))    // expect: 300000
print(#string.match(string.rep("(", 50000) .. string.rep(")", 50000), "%b()"))     // expect: 100000
