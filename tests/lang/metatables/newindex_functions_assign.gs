t := setmetatable({}, {__newindex: func(t, k, v) { rawset(t, k, type(v)) }})
t.f = func() { }
t.a, t.b = 1, "s"
print(t.f, t.a, t.b)     // expect: function\tnumber\tstring
