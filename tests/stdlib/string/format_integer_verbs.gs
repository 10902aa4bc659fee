print(string.format("%d|%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42, 42))   // expect: 42|   42|42   |00042|+42| 42
print(string.format("%i %u", -7, 7), string.format("%.3d|%6.3d", 5, 5))    // expect: -7 7\t005|   005
print(string.format("%x %X %#x %o %#o", 255, 255, 255, 8, 8))      // expect: ff FF 0xff 10 010
print(string.format("%x %o", -255, -8))         // expect: -ff -10
print(string.format("%d %x", math.mininteger, math.mininteger))    // expect: -9223372036854775808 -8000000000000000
print(string.format("%d", math.maxinteger), string.format("%d", "12"), string.format("%d", 3.9))   // expect: 9223372036854775807\t12\t3
print(pcall(string.format, "%d", 1e300))        // expect: false\tbad argument #2 to 'string.format' (number has no integer representation)
print(pcall(string.format, "%d", "x"))          // expect: false\tbad argument #2 to 'string.format' (number expected, got string)
string.format("%d %d", 1)                       // expect error: bad argument #3 to 'string.format' (no value)
