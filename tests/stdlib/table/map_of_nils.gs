// Results that are nil leave holes.
r := table.map({1, 2, 3}, func(v) { if v == 2 { return nil } return v })
print(r[1], r[2], r[3], table.count(r))         // expect: 1\tnil\t3\t2
// The callback may change the table it walks.
t := {1, 2, 3}
r = table.map(t, func(v, i) { t[i] = v * 10; return v })
print(table.concat(t, " "), table.concat(r, " "))                  // expect: 10 20 30\t1 2 3
