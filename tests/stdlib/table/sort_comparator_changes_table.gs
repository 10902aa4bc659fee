// The comparator may change the table that is sorted; the order written back is that of the values taken at the start.
t := {4, 3, 2, 1}
table.sort(t, func(a, b) { t[2] = "changed"; return a < b })
print(table.concat(t, " "))                     // expect: 1 2 3 4
u := {3, 1, 2}
table.sort(u, func(a, b) { append(u, 0); return a < b })
print(u[1], u[2], u[3])                         // expect: 1\t2\t3
// It may also yield.
co := coroutine.wrap(func() {
    v := {2, 1}
    table.sort(v, func(a, b) { coroutine.yield("compare"); return a < b })
    return table.concat(v, " ")
})
r := co()
for r == "compare" { r = co() }
print(r)                                        // expect: 1 2
