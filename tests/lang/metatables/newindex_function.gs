log := {}
t := setmetatable({a: 1}, {__newindex: func(t, k, v) { append(log, tostring(k) .. "=" .. tostring(v)); rawset(t, k, v) }})
t.a = 2
t.b = 3
t.b = 4
t[1] = "x"
print(table.concat(log, " "), t.a, t.b, t[1])     // expect: b=3 1=x\t2\t4\tx
