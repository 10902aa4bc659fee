print(table.concat(table.map({1, 2, 3}, func(v) { return v * v }), " "), table.concat(table.map({"a", "b"}, func(v, i) { return v .. i }), " "))   // expect: 1 4 9\ta1 b2
print(#table.map({}, print), table.concat(table.map({1, 2}, tostring), ""), table.concat(table.map({"x"}, string.upper), ""))      // expect: 0\t12\tX
callable := setmetatable({}, {__call: func(self, v) { return v + 100 }})
print(table.map({1, 2}, callable)[2])           // expect: 102
co := coroutine.wrap(func() { return table.concat(table.map({1, 2}, func(v) { return coroutine.yield(v) }), ",") })
print(co(), co("a"), co("b"))                   // expect: 1\t2\ta,b
print(pcall(table.map, {1}, 5))                 // expect: false\tbad argument #2 to 'table.map' (function expected, got number)
table.map(nil, tostring)                        // expect error: bad argument #1 to 'table.map' (table expected, got nil)
