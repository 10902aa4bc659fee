t := {1, 2, 3, 4}
print(table.reverse(t) == t, table.concat(t, " "), table.concat(table.reverse({1, 2, 3}), " "), #table.reverse({}))        // expect: true\t4 3 2 1\t3 2 1\t0
u := {1, 2, x: 5}
table.reverse(u)
print(u[1], u[2], u.x)                          // expect: 2\t1\t5
table.reverse("abc")                            // expect error: bad argument #1 to 'table.reverse' (table expected, got string)
