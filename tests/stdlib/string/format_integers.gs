print(string.format("%d %i %u", 42, -7, 3.9))                     // expect: 42 -7 3
print(string.format("[%5d|%-5d|%05d|%+d|% d]", 42, 42, 42, 42, 42))   // expect: [   42|42   |00042|+42| 42]
print(string.format("%x %X %#x %o %#o", 255, 255, 255, 8, 8))     // expect: ff FF 0xff 10 010
print(string.format("%x %X %o", -255, -255, -8))                  // expect: -ff -FF -10
print(string.format("%.5d|%8.3d|%-8.3d|", 42, 42, 42))            // expect: 00042|     042|042     |
print(string.format("%d %d", math.maxinteger, math.mininteger))   // expect: 9223372036854775807 -9223372036854775808
print(string.format("%x", math.mininteger))                       // expect: -8000000000000000
print(string.format("%d %d", "10", "0x10"))                       // expect: 10 16
