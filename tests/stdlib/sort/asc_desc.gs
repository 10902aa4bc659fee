func show(t) { return table.concat(t, " ") }
t := {3, 1, 2}
print(sort.asc(t) == t, show(t), sort.desc(t) == t, show(t))       // expect: true\t1 2 3\ttrue\t3 2 1
print(show(sort.asc({"b", "a", "C"})), show(sort.desc({1.5, 2, -1})), #sort.asc({}), show(sort.desc({7})))     // expect: C a b\t2 1.5 -1\t0\t7
print(pcall(sort.desc, nil))                    // expect: false\tbad argument #1 to 'sort.desc' (table expected, got nil)
sort.asc({1, {}, 2})                            // expect error: attempt to compare table with number
