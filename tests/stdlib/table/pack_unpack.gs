p := table.pack(1, nil, 3, nil)
print(p.n, #p, p[1], p[3])                          // expect: 4\t3\t1\t3
print(table.pack().n, #table.pack())                // expect: 0\t0
print(table.unpack({1, 2, 3}), table.unpack({1, 2, 3}, 2))   // expect: 1\t2\t3
print(select("#", table.unpack({1, nil, 3})), table.unpack({1, 2}, 0, 3))   // expect: 3\tnil\t1\t2\tnil
