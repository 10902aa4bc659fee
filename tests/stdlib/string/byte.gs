print(string.byte("A"), string.byte("ABC", 2), string.byte("ABC", -1))     // expect: 65\t66\t67
print(string.byte("ABC", 1, -1))                // expect: 65\t66\t67
print(string.byte("ABC", 0, 10))                // expect: 65\t66\t67
print(string.byte(""), string.byte("ABC", 4), string.byte("ABC", 3, 2))    // expect: nil\tnil\tnil
print(select("#", string.byte("ABC", 9)), select("#", string.byte("ABC", 2, 3)))   // expect: 1\t2
print(string.byte("\0\xff", 1, 2))              // expect: 0\t255
print(pcall(string.byte, nil))                  // expect: false\tbad argument #1 to 'string.byte' (string expected, got nil)
print(pcall(string.byte, "a", "b"))             // expect: false\tbad argument #2 to 'string.byte' (number expected, got string)
("abc"):byte(1, true)                           // expect error: bad argument #3 to 'string.byte' (number expected, got boolean)
