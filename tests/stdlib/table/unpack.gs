print(table.unpack({1, 2, 3}))                  // expect: 1\t2\t3
print(table.unpack({1, 2, 3}, 2))               // expect: 2\t3
print(table.unpack({1, 2, 3}, 2, 5))            // expect: 2\t3\tnil\tnil
print(select("#", table.unpack({})), select("#", table.unpack({1, 2}, 3)), select("#", table.unpack({}, 1, 3)))    // expect: 0\t0\t3
print(table.unpack({[-1]: "a", [0]: "b"}, -1, 0))                  // expect: a\tb
t := {}
for i := range 100000 { append(t, i) }
print(select("#", table.unpack(t)), (select(-0 + 100000, table.unpack(t))))        // expect: 100000\t99999
print(pcall(table.unpack, 5))                   // expect: false\tbad argument #1 to 'table.unpack' (table expected, got number)
ok, e := pcall(table.unpack, {}, 1, math.maxinteger)
print(ok, e)                                    // expect: false\tstack overflow
table.unpack({}, {})                            // expect error: bad argument #2 to 'table.unpack' (number expected, got table)
