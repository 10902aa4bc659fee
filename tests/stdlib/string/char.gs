print(string.char(72, 105), string.char() == "", #string.char(0, 255))     // expect: Hi\ttrue\t2
print(string.char("65", 66.9))                  // expect: AB
print(pcall(string.char, 256))                  // expect: false\tbad argument #1 to 'string.char' (value out of range)
print(pcall(string.char, 65, -1))               // expect: false\tbad argument #2 to 'string.char' (value out of range)
print(pcall(string.char, 65, 66, "x"))          // expect: false\tbad argument #3 to 'string.char' (number expected, got string)
print(pcall(string.char, math.maxinteger))      // expect: false\tbad argument #1 to 'string.char' (value out of range)
for b := range 256 { assert(string.char(b):byte() == b) }
string.char(1, nil)                             // expect error: bad argument #2 to 'string.char' (number expected, got nil)
