// Changes of a metatable take effect at once.
mt := {}
v := setmetatable({}, mt)
print(pcall(func() { return v + 1 }))        // expect: false\tattempt to perform arithmetic on a table value
mt.__add = func() { return "now" }
print(v + 1)                                 // expect: now
mt.__index = {x: 1}
print(v.x)                                   // expect: 1
mt.__index = {x: 2}
print(v.x)                                   // expect: 2
mt.__index = nil
print(v.x)                                   // expect: nil
func get(o) { return o.y }
a := setmetatable({}, {__index: {y: "a"}})
b := setmetatable({}, {__index: {y: "b"}})
print(get(a), get(b), get({y: "own"}), get(a))   // expect: a\tb\town\ta
setmetatable(a, nil)
print(get(a))                                // expect: nil
