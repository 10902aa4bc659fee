print(tonumber("ff", 16), tonumber("FF", 16), tonumber("-zz", 36), tonumber("101", 2), tonumber("777", 8))   // expect: 255\t255\t-1295\t5\t511
print(tonumber(" 11 ", 2), tonumber("9", 8), tonumber("", 10), tonumber("1.5", 10), tonumber("0x1", 16))     // expect: 3\tnil\tnil\tnil\tnil
print(tonumber("7fffffffffffffff", 16))                  // expect: 9223372036854775807
print(tonumber("1ffffffffffffffff", 16))                 // expect: nil
print(pcall(tonumber, 5, 10))     // expect: false\tbad argument #1 to 'tonumber' (string expected, got number)
print(pcall(tonumber, "5", 1))    // expect: false\tbad argument #2 to 'tonumber' (base out of range)
print(pcall(tonumber, "5", 37))   // expect: false\tbad argument #2 to 'tonumber' (base out of range)
print(pcall(tonumber, "5", "x"))  // expect: false\tbad argument #2 to 'tonumber' (number expected, got string)
