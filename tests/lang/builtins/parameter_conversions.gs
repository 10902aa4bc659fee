// Number parameters take numeric strings; int parameters truncate floats toward zero.
print(string.rep("a", "3"), string.rep("a", 2.9), ("abc"):sub(-2.9))   // expect: aaa\taa\tbc
print(math.abs("-5"), math.floor("2.5"))                               // expect: 5\t2
print(pcall(string.rep, "a", 0.0 / 0))    // expect: false\tbad argument #2 to 'string.rep' (number has no integer representation)
print(pcall(string.rep, "a", 1 / 0.0))    // expect: false\tbad argument #2 to 'string.rep' (number has no integer representation)
print(pcall(string.rep, "a", 1e300))      // expect: false\tbad argument #2 to 'string.rep' (number has no integer representation)
print(pcall(string.rep, 5, 2))            // expect: false\tbad argument #1 to 'string.rep' (string expected, got number)
print(pcall(string.rep, "a", "x"))        // expect: false\tbad argument #2 to 'string.rep' (number expected, got string)
print(pcall(string.rep, "a"))             // expect: false\tbad argument #2 to 'string.rep' (number expected, got nil)
print(pcall(func() { ("x"):rep({}) }))    // expect: false\tbad argument #2 to 'string.rep' (number expected, got table)
