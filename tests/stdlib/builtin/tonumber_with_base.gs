print(tonumber("ff", 16), tonumber("-ZZ", 36), tonumber(" 101 ", 2), tonumber("777", 8), tonumber("12", 3))        // expect: 255\t-1295\t5\t511\t5
print(tonumber("12", 2), tonumber("", 10), tonumber("1.5", 10), tonumber("0x1", 16), tonumber("10000000000000000", 16), tonumber("7fffffffffffffff", 16))   // expect: nil\tnil\tnil\tnil\tnil\t9223372036854775807
print(pcall(tonumber, 12, 10))                  // expect: false\tbad argument #1 to 'tonumber' (string expected, got number)
print(pcall(tonumber, "1", 1))                  // expect: false\tbad argument #2 to 'tonumber' (base out of range)
tonumber("1", 37)                               // expect error: bad argument #2 to 'tonumber' (base out of range)
