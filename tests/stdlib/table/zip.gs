z := table.zip({1, 2, 3}, {"a", "b"})
print(#z, z[1][1], z[1][2], z[2][1], z[2][2])   // expect: 2\t1\ta\t2\tb
print(#table.zip({}, {1}), #table.zip({1}, {}))                    // expect: 0\t0
print(pcall(table.zip, {}))                     // expect: false\tbad argument #2 to 'table.zip' (table expected, got nil)
table.zip(1, {})                                // expect error: bad argument #1 to 'table.zip' (table expected, got number)
