z := table.zip({1, 2, 3}, {"a", "b"})
print(#z, z[1][1], z[1][2], z[2][2])                // expect: 2\t1\ta\tb
t := {1, 2, 3}
print(table.reverse(t) == t, table.concat(t, " "))  // expect: true\t3 2 1
print(table.concat(table.slice({1, 2, 3, 4}, 2), " "), table.concat(table.slice({1, 2, 3, 4}, 2, 3), " "), table.concat(table.slice({1, 2}, -5, 10), " "), #table.slice({1}, 3))   // expect: 2 3 4\t2 3\t1 2\t0
