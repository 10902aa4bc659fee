// Metamethods are read from the metatable raw.
mt := setmetatable({}, {__index: func(t, k) { if k == "__add" { return func() { return "inherited" } } }})
v := setmetatable({}, mt)
print(pcall(func() { return v + 1 }))        // expect: false\tattempt to perform arithmetic on a table value
