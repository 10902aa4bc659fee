// Ranges whose length or whose destination leaves the ints are errors, not endless loops.
print(pcall(table.move, {}, math.mininteger, math.maxinteger, 1))  // expect: false\tbad argument #3 to 'table.move' (too many elements to move)
print(pcall(table.move, {}, 0, math.maxinteger, 1))                // expect: false\tbad argument #3 to 'table.move' (too many elements to move)
print(pcall(table.move, {}, 1, math.maxinteger, 2))                // expect: false\tbad argument #4 to 'table.move' (destination wraps around)
print(pcall(table.move, {}, 1, 3, math.maxinteger))                // expect: false\tbad argument #4 to 'table.move' (destination wraps around)
t := table.move({1, 2, 3}, 1, 3, math.maxinteger - 2)
print(t[math.maxinteger], t[math.maxinteger - 2], table.move({[math.mininteger]: "low"}, math.mininteger, math.mininteger, 1)[1])  // expect: 3\t1\tlow
