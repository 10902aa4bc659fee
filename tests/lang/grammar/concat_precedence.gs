// .. binds looser than + and tighter than comparison; it groups to the right.
print("a" .. 1 + 2, 1 + 2 .. 3 * 4, 1 << 2 .. 1 | 2)   // expect: a3\t312\t43
print("a" .. "b" < "b" .. "a")                         // expect: true
m := setmetatable({}, {__concat: func(a, b) { return "[" .. tostring(type(a)) .. "," .. tostring(type(b)) .. "]" }})
print("x" .. m .. "y")                                 // expect: x[table,string]
