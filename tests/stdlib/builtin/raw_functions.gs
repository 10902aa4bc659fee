t := setmetatable({1, 2}, {__index: func() { return "meta" }, __newindex: func() { error("no") }, __len: func() { return 9 }, __eq: func() { return true }})
print(rawget(t, "x"), t.x, rawset(t, "y", 5) == t, rawget(t, "y"), rawlen(t), #t, rawlen("é"))     // expect: nil\tmeta\ttrue\t5\t2\t9\t2
print(rawequal(t, t), rawequal(t, {}), rawequal(1, 1.0), rawequal("a", "a"), rawequal())   // expect: true\tfalse\ttrue\ttrue\ttrue
print(pcall(rawset, {}, nil, 1))                // expect: false\ttable index is nil
print(pcall(rawset, {}, 0.0 / 0, 1))            // expect: false\ttable index is NaN
print(pcall(rawget, "x"))                       // expect: false\tbad argument #1 to 'rawget' (table expected, got string)
print(pcall(rawlen, 5) == false)                // expect: true
rawset(1, 2, 3)                                 // expect error: bad argument #1 to 'rawset' (table expected, got number)
