// The result is the handler's first value, nil if none.
v := setmetatable({}, {__add: func() { return 1, 2 }, __sub: func() { }, __concat: func() { return 5, 6 }})
print((v + 1), v - 1, v .. "x")       // expect: 1\tnil\t5
print(select("#", v + 1))             // expect: 1
