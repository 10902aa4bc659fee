t := table.pack(1, nil, 3, nil)
print(t.n, #t >= 1, t[1], t[2], t[3], t[4])     // expect: 4\ttrue\t1\tnil\t3\tnil
print(table.pack().n, #table.pack(), table.pack(nil).n)            // expect: 0\t0\t1
print(table.unpack(t, 1, t.n))                  // expect: 1\tnil\t3\tnil
func count(...) { return table.pack(...).n }
print(count(), count(nil, nil), count(t...))    // expect: 0\t2\t4
