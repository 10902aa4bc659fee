func show(t) { return table.concat(t, " ") }
t := {5, 2, 8, 1}
print(select("#", table.sort(t)), show(t))          // expect: 0\t1 2 5 8
table.sort(t, func(a, b) { return a > b })
print(show(t))                                      // expect: 8 5 2 1
s := {"b", "a", "C"}
table.sort(s)
print(show(s))                                      // expect: C a b
m := {3, 1.5, 2, -1.0}
table.sort(m)
print(show(m))                                      // expect: -1.0 1.5 2 3
e := {}
table.sort(e)
print(#e)                                           // expect: 0
