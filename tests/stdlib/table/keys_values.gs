t := {10, 20, b: 1, a: 2}
print(table.concat(table.keys(t), " "), table.concat(table.values(t), " "), table.concat(table.toArray(t), " "))   // expect: 1 2 b a\t10 20 1 2\t10 20 1 2
print(table.count(t), table.count({}), table.count({nil, 2}))      // expect: 4\t0\t1
