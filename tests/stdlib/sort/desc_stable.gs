mt := {__lt: func(a, b) { return a.k < b.k }}
t := {}
for i, k := range {2, 1, 2, 1} { append(t, setmetatable({k: k, i: i}, mt)) }
for _, v := range sort.desc(t) { io.write(v.k, ":", v.i, " ") }
print()                                 // expect: 2:1 2:3 1:2 1:4\x20
