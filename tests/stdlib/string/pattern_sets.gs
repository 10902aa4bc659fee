print(string.match("hello123", "[a-z]+"), string.match("hello123", "[^a-z]+"), string.match("a-b]c", "[%-%]]"))   // expect: hello\t123\t-
print(string.match("x]y", "[]]"), string.match("a^b", "[b^]"), string.match("a-b", "[a-]+"))                      // expect: ]\t^\ta-
print(string.match("foo_bar1", "[%w_]+"), string.match("  x", "[^%s]"), string.match("09af", "[0-9a-f]+"))        // expect: foo_bar1\tx\t09af
print(string.match("abc", "[^]]"), string.match("%d", "[%%]"))                                                    // expect: a\t%
