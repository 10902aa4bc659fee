mt := {__unm: func(a, b) { return "minus" }, __len: func(a) { return "length" }, __bnot: func(a) { return "not" }}
v := setmetatable({1, 2}, mt)
print(-v, #v, ^v, !v)              // expect: minus\tlength\tnot\tfalse
print(rawlen(v), len(v))           // expect: 2\t2
print(pcall(func() { return -{} }))   // expect: false\tattempt to perform arithmetic on a table value
