print(string.padLeft("7", 3, "0"), string.padRight("7", 3, "0"), string.padLeft("ab", 5) .. "|", string.padRight("ab", 5) .. "|")   // expect: 007\t700\t   ab|\tab   |
print(string.padLeft("abcdef", 3), string.padRight("abcdef", 3), string.padLeft("x", 5, "ab"), string.padRight("x", 5, "ab"))       // expect: def\tabc\tababx\txabab
print(pcall(string.padLeft, "x", 5, ""))      // expect: false\tbad argument #3 to 'string.padLeft' (empty padding)
