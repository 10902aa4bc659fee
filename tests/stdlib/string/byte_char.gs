print(string.byte("abc"), string.byte("abc", 2), string.byte("abc", -1))   // expect: 97\t98\t99
print(string.byte("abc", 1, 3))                       // expect: 97\t98\t99
print(string.byte("abc", 10), string.byte("", 1))     // expect: nil\tnil
print(string.byte("abc", 2, 100))                     // expect: 98\t99
print(string.char(), string.char(72, 105), #string.char(0, 255))   // expect: \tHi\t2
print(pcall(string.char, 256))     // expect: false\tbad argument #1 to 'string.char' (value out of range)
print(pcall(string.char, 65, -1))  // expect: false\tbad argument #2 to 'string.char' (value out of range)
