// There is no __ipairs, __idiv, __close.
t := setmetatable({"x"}, {__ipairs: func() { error("never") }})
for i, v := range ipairs(t) { print(i, v) }    // expect: 1\tx
