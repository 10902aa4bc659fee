// A handler that is no function is read with its own rules.
t := setmetatable({}, {__index: 5})
print(pcall(func() { return t.x }))               // expect: false\tattempt to index a number value
s := setmetatable({}, {__index: "str"})
print(pcall(func() { return s.x }))               // expect: false\tattempt to index a string value
callable := setmetatable({x: "field"}, {__call: func() { return "called" }})
u := setmetatable({}, {__index: callable})
print(u.x, u.y)                                   // expect: field\tnil
