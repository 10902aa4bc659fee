a := setmetatable({}, {__add: func() { return "a's" }})
b := setmetatable({}, {__add: func() { return "b's" }})
print(a + b, b + a, {} + b, a + {})   // expect: a's\tb's\tb's\ta's
