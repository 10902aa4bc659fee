t := setmetatable({a: 1}, {__index: func(t, k) { return tostring(k) .. "?", "dropped" }})
print(t.a, t.b, t[5], t[true])                    // expect: 1\tb?\t5?\ttrue?
print(t[nil], (t.x))                              // expect: nil?\tx?
u := setmetatable({}, {__index: func() { }})
print(u.x)                                        // expect: nil
