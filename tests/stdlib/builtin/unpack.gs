print(unpack({1, 2, 3}))                        // expect: 1\t2\t3
print(unpack({1, 2, 3}, 2))                     // expect: 2\t3
print(unpack({1, 2, 3}, 3, 4))                  // expect: 3\tnil
print(select("#", unpack({})), unpack(setmetatable({}, {__index: func() { return "no" }}), 1, 1))  // expect: 0\tnil
unpack("abc")                                   // expect error: bad argument #1 to 'unpack' (table expected, got string)
