t := {a: 1}
print(rawget(t, "a"), rawget(t, "b"), rawset(t, "b", 2) == t, t.b)   // expect: 1\tnil\ttrue\t2
print(rawequal(t, t), rawequal(1, 1.0), rawequal("a", "a"), rawequal({}, {}))   // expect: true\ttrue\ttrue\tfalse
print(rawlen({1, 2}), rawlen("abc"))       // expect: 2\t3
print(pcall(rawget, 5, 1))      // expect: false\tbad argument #1 to 'rawget' (table expected, got number)
print(pcall(rawset, "s", 1, 2)) // expect: false\tbad argument #1 to 'rawset' (table expected, got string)
print(pcall(rawset, {}, nil, 1))   // expect: false\ttable index is nil
