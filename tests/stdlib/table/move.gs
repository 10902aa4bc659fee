a := {1, 2, 3, 4, 5}
print(table.move(a, 2, 4, 1) == a, table.concat(a, ","))   // expect: true\t2,3,4,4,5
b := {1, 2, 3}
table.move(b, 1, 3, 2)
print(table.concat(b, ","))                         // expect: 1,1,2,3
c := table.move({1, 2, 3}, 1, 3, 3, {9, 9})
print(table.concat(c, ","))                         // expect: 9,9,1,2,3
print(#table.move({1}, 1, 0, 5, {}))                // expect: 0
