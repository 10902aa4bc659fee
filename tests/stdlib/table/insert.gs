t := {"a", "c"}
table.insert(t, 2, "b")
table.insert(t, "d")
print(table.concat(t, " "), select("#", table.insert(t, "e")))     // expect: a b c d\t0
table.insert(t, 1, "first")
print(table.concat(t, " "), #t)                 // expect: first a b c d e\t6
table.insert(t, 10, "far")
print(#t, t[10], t[7])                          // expect: 6\tfar\tnil
table.insert(t, 7, "end")
print(#t, t[7])                                 // expect: 7\tend
table.insert(t, nil)
print(#t)                                       // expect: 7
