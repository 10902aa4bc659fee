print(string.match(`say "it's" now`, `(["'])(.-)%1`))              // expect: "\tit's
print(string.match("abab", "(ab)%1"), string.match("abac", "(ab)%1"))      // expect: ab\tnil
print(string.match("xx=yy", "(%w)%1=(%w)%2"))   // expect: x\ty
print(pcall(string.match, "a", "%1"))           // expect: false\tinvalid capture index %1
print(pcall(string.match, "aa", "(a)%2"))       // expect: false\tinvalid capture index %2
string.match("aa", "(a%1)")                     // expect error: invalid capture index %1
