t := {"a", "b", "c", "d"}
print(table.remove(t), table.remove(t, 1), table.concat(t, " "))   // expect: d\ta\tb c
print(table.remove(t, 5), table.remove(t, 0), table.remove(t, -1), #t)     // expect: nil\tnil\tnil\t2
print(table.remove({}), table.remove({}, 1))    // expect: nil\tnil
print(table.remove(t, 1), table.remove(t, 1), table.remove(t, 1), #t)      // expect: b\tc\tnil\t0
t = {x: 1, 10, 20, 30}
print(table.remove(t, 2), t[1], t[2], t[3], t.x)                   // expect: 20\t10\t30\tnil\t1
print(pcall(table.remove, 5))                   // expect: false\tbad argument #1 to 'table.remove' (table expected, got number)
table.remove({}, "x")                           // expect error: bad argument #2 to 'table.remove' (number expected, got string)
