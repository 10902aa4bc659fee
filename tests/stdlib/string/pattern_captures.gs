print(string.match("abc", "(a)(b)(c)"))             // expect: a\tb\tc
print(string.match("abc", "((a)(b))"))              // expect: ab\ta\tb
print(string.match("abab", "(ab)%1"), string.match("abac", "(ab)%1"))   // expect: ab\tnil
