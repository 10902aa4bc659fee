print(pcall(sort.asc, 5))               // expect: false\tbad argument #1 to 'sort.asc' (table expected, got number)
print(pcall(sort.by, {}, nil))          // expect: false\tbad argument #2 to 'sort.by' (function expected, got nil)
ok, e := pcall(sort.asc, {1, {}})
print(ok, e:match("^attempt to compare") != nil)   // expect: false\ttrue
