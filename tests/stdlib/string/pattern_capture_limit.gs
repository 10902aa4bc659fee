many := string.rep("(a)", 32)
print(select("#", string.match(string.rep("a", 32), many)))        // expect: 32
print(pcall(string.match, string.rep("a", 33), many .. "(a)"))     // expect: false\ttoo many captures
print(pcall(string.match, "a", "a)"))           // expect: false\tinvalid pattern capture
string.match("abc", "(a(b)")                    // expect error: unfinished capture
