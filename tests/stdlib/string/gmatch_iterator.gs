nextMatch := string.gmatch("x1y22", "%d+")
print(nextMatch(), nextMatch(), nextMatch(), nextMatch())          // expect: 1\t22\tnil\tnil
print(string.gmatch("hello", "^h")())           // expect: nil
print(string.gmatch("^h", "^h")())              // expect: ^h
print(pcall(string.gmatch, "a"))                // expect: false\tbad argument #2 to 'string.gmatch' (string expected, got nil)
for range string.gmatch("abc", "[a") { }        // expect error: malformed pattern (missing ']')
