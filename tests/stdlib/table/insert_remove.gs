t := {1, 2}
print(select("#", table.insert(t, 3)), table.concat(t, ","))   // expect: 0\t1,2,3
table.insert(t, 1, 0)
print(table.concat(t, ","))           // expect: 0,1,2,3
table.insert(t, 5, "end")
print(table.concat(t, ","), #t)       // expect: 0,1,2,3,end\t5
table.insert(t, 10, "far")
print(#t, t[10])                      // expect: 5\tfar
print(table.remove(t), #t)            // expect: end\t4
print(table.remove(t, 1), table.concat(t, ","))   // expect: 0\t1,2,3
print(table.remove(t, 0), table.remove(t, 7), #t) // expect: nil\tnil\t3
print(table.remove({}), #table.pack(table.remove({})))   // expect: nil\t0
print(pcall(table.insert, t, 0, "x"))   // expect: false\tbad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, t, -1, "x"))  // expect: false\tbad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, 5, 1))        // expect: false\tbad argument #1 to 'table.insert' (table expected, got number)
