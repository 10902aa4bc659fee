func show(t) { return table.concat(t, " ") }
print(show(table.move({1, 2, 3, 4, 5}, 2, 4, 1)), show(table.move({1, 2, 3, 4, 5}, 1, 3, 3)))      // expect: 2 3 4 4 5\t1 2 1 2 3
a := {1, 2, 3}
b := table.move(a, 1, 3, 2, {"x"})
print(show(b), show(a), table.move(a, 1, 0, 5) == a)               // expect: x 1 2 3\t1 2 3\ttrue
print(show(table.move({1, 2, 3}, 1, 3, 1, {})), table.move({}, 1, 2, 1, {9, 9})[1])        // expect: 1 2 3\tnil
print(table.move({5}, 1, 1, math.maxinteger)[math.maxinteger])     // expect: 5
print(pcall(table.move, {}, 1, 2))              // expect: false\tbad argument #4 to 'table.move' (number expected, got nil)
print(pcall(table.move, {}, 1, 2, 1, 5))        // expect: false\tbad argument #5 to 'table.move' (table expected, got number)
table.move("x", 1, 2, 3)                        // expect error: bad argument #1 to 'table.move' (table expected, got string)
