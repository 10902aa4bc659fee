t := table.fromArray({{id: "a", n: 1}, {id: "b", n: 2}, {n: 3}}, func(v) { return v.id })
print(t.a.n, t.b.n, table.count(t))             // expect: 1\t2\t2
u := table.fromArray({1, 2, 3, 4}, func(v) { return v % 2 })
print(u[0], u[1], table.count(u), table.count(table.fromArray({}, print)))         // expect: 4\t3\t2\t0
print(pcall(table.fromArray, {1}, func() { return 0.0 / 0 }))      // expect: false\ttable index is NaN
print(pcall(table.fromArray, {}, "f"))          // expect: false\tbad argument #2 to 'table.fromArray' (function expected, got string)
table.fromArray(1, print)                       // expect error: bad argument #1 to 'table.fromArray' (table expected, got number)
