print(table.contains({1, a: 5}, 5), table.contains({1}, "1"), table.contains({}, nil), table.contains({1}, 1.0))   // expect: true\tfalse\tfalse\ttrue
print(table.indexOf({5, 6, 5}, 5), table.indexOf({5, 6}, 7), table.indexOf({a: 1}, 1), table.indexOf({"x", "y"}, "y"))   // expect: 1\tnil\tnil\t2
k := {}
print(table.indexOf({{}, k}, k))                    // expect: 2
