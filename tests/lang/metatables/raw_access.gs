t := setmetatable({a: 1}, {__index: func() { return "meta" }, __newindex: func() { print("never") }, __len: func() { return 99 }})
print(rawget(t, "a"), rawget(t, "b"))        // expect: 1\tnil
print(rawset(t, "b", 2) == t, rawget(t, "b"))   // expect: true\t2
append(t, "x", "y")
print(rawlen(t), len(t), #t, unpack(t))      // expect: 2\t2\t99\tx\ty
for i, v := range ipairs(t) { io.write(i, v, " ") }
delete(t, "a")
print(rawget(t, "a"))                        // expect: 1x 2y nil
table.insert(t, "z")
print(rawget(t, 3), table.concat(t, ","))    // expect: z\tx,y,z
