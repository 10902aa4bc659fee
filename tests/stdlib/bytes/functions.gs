print(bytes.toHex("\0A\xff"), bytes.toHex("") == "")               // expect: 0041ff\ttrue
print(bytes.compare("a", "b"), bytes.compare("b", "a"), bytes.compare("a", "a"), bytes.compare("a", "ab"), bytes.compare("\xff", "a"), bytes.compare("", ""))      // expect: -1\t1\t0\t-1\t1\t0
print(bytes.repeat("ab", 3), bytes.repeat("x", 0) == "", bytes.repeat("", 5) == "")        // expect: ababab\ttrue\ttrue
print(bytes.toHex(bytes.xor("\x0f\xf0", "\xff\xff")), bytes.xor("", "") == "", bytes.xor("key", bytes.xor("key", "txt")))  // expect: f00f\ttrue\ttxt
print(bytes.concat("a", bytes.fromString("b"), 1, 2.5, true, nil), bytes.concat() == "")   // expect: ab12.5truenil\ttrue
print(pcall(bytes.xor, "a", "ab"))              // expect: false\tbad argument #2 to 'bytes.xor' (strings must have equal length)
print(pcall(bytes.compare, "a"))                // expect: false\tbad argument #2 to 'bytes.compare' (string expected, got nil)
print(pcall(bytes.repeat, "a"))                 // expect: false\tbad argument #2 to 'bytes.repeat' (number expected, got nil)
print(pcall(bytes.repeat, "ab", math.maxinteger))                  // expect: false\tstring too large
bytes.toHex(5)                                  // expect error: bad argument #1 to 'bytes.toHex' (string expected, got number)
