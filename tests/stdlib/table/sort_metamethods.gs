mt := {__lt: func(a, b) { return a.n < b.n }}
t := {}
for _, n := range {3, 1, 2} { append(t, setmetatable({n: n}, mt)) }
table.sort(t)
print(t[1].n, t[2].n, t[3].n)                       // expect: 1\t2\t3
