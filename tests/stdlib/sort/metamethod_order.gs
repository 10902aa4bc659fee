V := {}
V.__lt = func(a, b) { return a.n < b.n }        // expect error: attempt to index a number value
V.__index = V
func v(n) { return setmetatable({n: n}, V) }
t := {v(3), v(1), v(2)}
sort.asc(t)
print(t[1].n, t[2].n, t[3].n, sort.isSorted(t), sort.max(t).n, sort.min(t).n, sort.bsearch(t, t[2]))       // expect: 1\t2\t3\ttrue\t3\t1\t2
sort.desc(t)
print(t[1].n, t[3].n)                           // expect: 3\t1
sort.asc({v(1), 5})
