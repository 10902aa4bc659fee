inner := setmetatable({}, {__index: func(t, k) { return t, k }})
outer := setmetatable({}, {__index: inner})
print(outer.x == inner)                           // expect: true
