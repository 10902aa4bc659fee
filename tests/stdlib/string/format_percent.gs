print(string.format("100%%"), string.format("%%%d%%", 5), string.format("no verbs"), string.format("") == "")      // expect: 100%\t%5%\tno verbs\ttrue
print(string.format("%d", 1, 2, 3))             // expect: 1
print(pcall(string.format, "%y", 1))            // expect: false\tinvalid format specifier '%y'
print(pcall(string.format, "%*d", 1, 2))        // expect: false\tinvalid format specifier '%*'
print(pcall(string.format, "%"))                // expect: false\tinvalid format string (ends with %)
print(pcall(string.format, "%5"))               // expect: false\tinvalid format specifier '%5'
print(pcall(string.format))                     // expect: false\tbad argument #1 to 'string.format' (string expected, got nil)
string.format("%z")                             // expect error: invalid format specifier '%z'
