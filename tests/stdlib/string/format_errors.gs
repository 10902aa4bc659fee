print(pcall(string.format, "%d", "x"))       // expect: false\tbad argument #2 to 'string.format' (number expected, got string)
print(pcall(string.format, "%d"))            // expect: false\tbad argument #2 to 'string.format' (no value)
print(pcall(string.format, "%s %s", 1))      // expect: false\tbad argument #3 to 'string.format' (no value)
print(pcall(string.format, "%f", {}))        // expect: false\tbad argument #2 to 'string.format' (number expected, got table)
print(pcall(string.format, "%y", 1))         // expect: false\tinvalid format specifier '%y'
print(pcall(string.format, "abc%"))          // expect: false\tinvalid format string (ends with %)
print(pcall(string.format))                  // expect: false\tbad argument #1 to 'string.format' (string expected, got nil)
print(string.format("%s", 1, 2, 3))          // expect: 1
print(pcall(string.format, "%d", 1e300))     // expect: false\tbad argument #2 to 'string.format' (number has no integer representation)
