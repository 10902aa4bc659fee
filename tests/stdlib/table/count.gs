print(table.count({}), table.count({1, 2, 3}), table.count({a: 1, b: nil, 5}), table.count({[0]: 0, [-1]: 1, [2.5]: 2}))   // expect: 0\t3\t2\t3
t := {}
for i := range 1000 { t["k" .. i] = i; t[i] = i }
for i := range 500 { t["k" .. i] = nil }
print(table.count(t))                           // expect: 1500
table.count(nil)                                // expect error: bad argument #1 to 'table.count' (table expected, got nil)
