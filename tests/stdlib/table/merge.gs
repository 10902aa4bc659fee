a := {1, 2, x: 1, keep: true}
b := {"one", x: "new", y: "added"}
print(table.merge(a, b) == a, a[1], a[2], a.x, a.y, a.keep, b.keep)        // expect: true\tone\t2\tnew\tadded\ttrue\tnil
print(table.count(table.merge({}, {})), table.count(table.merge({1}, {})), table.merge(a, a) == a)         // expect: 0\t1\ttrue
print(pcall(table.merge, {}))                   // expect: false\tbad argument #2 to 'table.merge' (table expected, got nil)
table.merge("a", {})                            // expect error: bad argument #1 to 'table.merge' (table expected, got string)
