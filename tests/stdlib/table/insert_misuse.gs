print(pcall(table.insert))                      // expect: false\tbad argument #1 to 'table.insert' (table expected, got nil)
print(pcall(table.insert, "x", 1))              // expect: false\tbad argument #1 to 'table.insert' (table expected, got string)
print(pcall(table.insert, {1}, 0, "x"))         // expect: false\tbad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, {1}, -1, "x"))        // expect: false\tbad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, {1}, "x", 1))         // expect: false\tbad argument #2 to 'table.insert' (number expected, got string)
print(pcall(table.insert, {1}, 0.0 / 0, 1))     // expect: false\tbad argument #2 to 'table.insert' (number has no integer representation)
t := {}
table.insert(t, "1", "numeric text")
print(t[1])                                     // expect: numeric text
table.insert(nil, 1)                            // expect error: bad argument #1 to 'table.insert' (table expected, got nil)
