print(table.concat(table.unique({3, 1, 3, 2, 1}), " "), #table.unique({}), table.concat(table.unique({"b", "a", "b"}), ""))        // expect: 3 1 2\t0\tba
u := table.unique({1, 1.0, "1", true, 1})
print(#u, u[1], u[2], u[3])                     // expect: 3\t1\t1\ttrue
k := {}
nan := 0.0 / 0
print(#table.unique({k, {}, k}), #table.unique({nan, nan}), #table.unique({false, false}))     // expect: 2\t2\t1
table.unique(nil)                               // expect error: bad argument #1 to 'table.unique' (table expected, got nil)
