print(string.format("%c%c%c", 72, 233, 0x1F600))                   // expect: Hé😀
print(#string.format("%c", 0), string.format("[%3c|%-3c]", 65, 66))        // expect: 1\t[  A|B  ]
string.format("%c", "x")                        // expect error: bad argument #2 to 'string.format' (number expected, got string)
