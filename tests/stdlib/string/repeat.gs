print(string.repeat("ab", 3), string.repeat("ab", 0) == "", string.repeat("ab", -1) == "", ("=-"):repeat(2))   // expect: ababab\ttrue\ttrue\t=-=-
print(string.repeat("", math.maxinteger) == "") // expect: true
print(pcall(string.repeat, "a"))                // expect: false\tbad argument #2 to 'string.repeat' (number expected, got nil)
string.repeat(nil, 2)                           // expect error: bad argument #1 to 'string.repeat' (string expected, got nil)
