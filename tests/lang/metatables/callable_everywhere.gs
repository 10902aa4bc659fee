// Callable tables serve where functions are expected.
c := setmetatable({}, {__call: func(self, a, b) { if b != nil { return a > b } return a }})
t := {1, 3, 2}
table.sort(t, c)
print(table.concat(t, " "))                      // expect: 3 2 1
print(table.concat(table.map({7, 8}, setmetatable({}, {__call: func(_, v) { return v * 2 }})), " "))   // expect: 14 16
co := coroutine.wrap(setmetatable({}, {__call: func(self, x) { return "co", x }}))
print(co(1))                                     // expect: co\t1
go c(1)
defer c(2)
