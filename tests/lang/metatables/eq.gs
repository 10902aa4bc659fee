n := 0
mt := {__eq: func(a, b) { n++; return a.id == b.id }}
a, b, c := setmetatable({id: 1}, mt), setmetatable({id: 1}, mt), setmetatable({id: 2}, mt)
print(a == b, a != b, a == c, a != c, n)          // expect: true\tfalse\tfalse\ttrue\t4
print(a == a, n)                                  // expect: true\t4
print(a == 1, a == "x", a == nil, n)              // expect: false\tfalse\tfalse\t4
print(a == {id: 1}, {id: 2} == c, n)              // expect: true\ttrue\t6
print(rawequal(a, b), n)                          // expect: false\t6
