print(table.concat(table.filter({1, 2, 3, 4, 5}, func(v) { return v % 2 == 1 }), " "))     // expect: 1 3 5
print(table.concat(table.filter({"a", "b", "c"}, func(v, i) { return i > 1 }), " "), #table.filter({}, print))     // expect: b c\t0
print(#table.filter({1, 2}, func() { }), #table.filter({1, 2}, func() { return 0 }))       // expect: 0\t2
print(pcall(table.filter, {1}, func(v) { error("at " .. v) }))     // expect: false\tat 1
print(pcall(table.filter, {1}))                 // expect: false\tbad argument #2 to 'table.filter' (function expected, got nil)
table.filter(1, print)                          // expect error: bad argument #1 to 'table.filter' (table expected, got number)
