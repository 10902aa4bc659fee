nan := 0.0 / 0
k := {}
t := {"a", 2, k, true, x: "field"}
print(table.contains(t, "a"), table.contains(t, 2.0), table.contains(t, k), table.contains(t, {}), table.contains(t, "field"))     // expect: true\ttrue\ttrue\tfalse\ttrue
print(table.indexOf(t, 2.0), table.indexOf(t, true), table.indexOf(t, "field"), table.indexOf(t, "A"))     // expect: 2\t4\tnil\tnil
print(table.contains({nan}, nan), table.indexOf({1, 1, 1}, 1), table.contains({}, nil))    // expect: false\t1\tfalse
// Equality is raw.
mt := {__eq: func() { return true }}
x, y := setmetatable({}, mt), setmetatable({}, mt)
print(x == y, table.contains({x}, y), table.indexOf({x, y}, y))    // expect: true\tfalse\t2
print(pcall(table.indexOf, 1, 1))               // expect: false\tbad argument #1 to 'table.indexOf' (table expected, got number)
table.contains(nil, 1)                          // expect error: bad argument #1 to 'table.contains' (table expected, got nil)
