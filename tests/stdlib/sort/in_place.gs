t := {3, 1, 2}
print(sort.asc(t) == t, table.concat(t, " "))                                  // expect: true\t1 2 3
print(table.concat(sort.desc({3, 1, 2}), " "), table.concat(sort.by({3, 1, 2}, func(a, b) { return a > b }), " "))   // expect: 3 2 1\t3 2 1
print(table.concat(sort.reverse({1, 2, 3}), " "), table.concat(sort.asc({"b", "a"}), " "))   // expect: 3 2 1\ta b
