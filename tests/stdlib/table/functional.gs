print(table.concat(table.filter({1, 2, 3, 4}, func(v, i) { return v % 2 == 0 || i == 1 }), " "))   // expect: 1 2 4
print(table.concat(table.map({1, 2, 3}, func(v, i) { return v * i }), " "))                         // expect: 1 4 9
print(table.reduce({1, 2, 3}, func(a, v) { return a + v }, 10), table.reduce({}, func() { }, "init"))   // expect: 16\tinit
print(table.reduce({1, 2, 3}, func(a, v) { if v != 2 { return a + v } }, 0))   // expect: 4
t := table.fromArray({{id: "a"}, {id: "b"}, {}}, func(v) { return v.id })
print(t.a.id, t.b.id, table.count(t))               // expect: a\tb\t2
print(pcall(table.map, {1}, 5))   // expect: false\tbad argument #2 to 'table.map' (function expected, got number)
print(pcall(table.filter, nil, print))   // expect: false\tbad argument #1 to 'table.filter' (table expected, got nil)
