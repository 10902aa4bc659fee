inner := {}
t := setmetatable({1, a: inner}, {__index: func() { return "meta" }})
c := table.copy(t)
print(c[1], c.a == inner, getmetatable(c), c.x, c == t)   // expect: 1\ttrue\tnil\tnil\tfalse
a := {1, 2, x: 1}
print(table.merge(a, {9, x: 5, y: 6}) == a, a[1], a[2], a.x, a.y)   // expect: true\t9\t2\t5\t6
