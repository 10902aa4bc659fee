for _, s := range {"1", " 1 ", "-1.5e3", "0x1F", "0b11", "0o7", ".5", "5.", "inf", "NaN", "1_000", "+3", "1e308"} { assert(string.isNumeric(s), s) }
for _, s := range {"", " ", "abc", "1x", "0x", "1e", "--1", "1 2", "1__0", "1e999", "0b2", "\0"} { assert(!string.isNumeric(s), s) }
print(string.isNumeric("\u00a012\u3000"), ("12"):isNumeric())      // expect: true\ttrue
string.isNumeric(12)                            // expect error: bad argument #1 to 'string.isNumeric' (string expected, got number)
