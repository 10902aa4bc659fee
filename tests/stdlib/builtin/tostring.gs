print(tostring(nil), tostring(true), tostring(12), tostring(1.0), tostring("x"), tostring(-0.0), tostring(1e21), tostring(1e-5))   // expect: nil\ttrue\t12\t1.0\tx\t-0.0\t1e+21\t1e-05
print(tostring({}):match("^table: 0x%x+$") != nil, tostring(print), tostring(func() { }):match("^function: 0x%x+$") != nil, tostring(make(chan)):match("^channel: 0x") != nil)   // expect: true\tfunction: print\ttrue\ttrue
t := {}
print(tostring(t) == tostring(t), tostring(t) != tostring({}), tostring())         // expect: true\ttrue\tnil
print(tostring(setmetatable({x: 3}, {__tostring: func(v) { return "x=" .. v.x, "dropped" }})))     // expect: x=3
tostring(setmetatable({}, {__tostring: func() { return nil }}))    // expect error: '__tostring' must return a string
