inner := {1}
t := setmetatable({1, 2, inner, x: "y"}, {__index: {z: 1}})
c := table.copy(t)
c[1] = "changed"; c.x = nil
print(t[1], t.x, c[3] == inner, getmetatable(c), c.z, c != t)      // expect: 1\ty\ttrue\tnil\tnil\ttrue
print(#table.copy({}), table.count(table.copy({a: 1, b: 2, [100]: 3})))    // expect: 0\t3
table.copy(5)                                   // expect error: bad argument #1 to 'table.copy' (table expected, got number)
