// A table returned by __pairs is iterated directly.
inner := setmetatable({a: 1}, {__pairs: func() { error("not called") }})
t := setmetatable({}, {__pairs: func() { return inner }})
for k, v := range t { print(k, v) }         // expect: a\t1
p := setmetatable({}, {__pairs: func() { return {b: 2} }})
for k, v := range pairs(p) { print(k, v) }  // expect: b\t2
n := setmetatable({}, {__pairs: func() { return 3 }})
for i := range n { io.write(i, " ") }
for i := range pairs(n) { io.write(i, " ") }
print()                                     // expect: 0 1 2 0 1 2\x20
