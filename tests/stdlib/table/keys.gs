t := {"a", "b", x: 1, y: 2}
t.z = 3
t.x = nil
t.x = 4
print(table.concat(table.keys(t), " "))         // expect: 1 2 y z x
print(#table.keys({}), table.keys({[2.5]: 1})[1], table.keys({[true]: 1})[1])      // expect: 0\t2.5\ttrue
print(table.concat(table.keys(setmetatable({1}, {__pairs: func() { return {2, 3, 4} }, __index: t})), " "))        // expect: 1
table.keys(1)                                   // expect error: bad argument #1 to 'table.keys' (table expected, got number)
