print(table.reduce({1, 2, 3, 4}, func(a, v) { return a + v }, 0), table.reduce({}, print, "init"), table.reduce({"a", "b"}, func(a, v) { return a .. v }, ">"))    // expect: 10\tinit\t>ab
print(table.reduce({3, 9, 2}, math.max, 0), table.reduce({1, 2}, func(a, v) { }, "kept"))          // expect: 9\tkept
print(table.reduce({1, 2}, func(a, v) { return nil }, "start"))    // expect: nil
print(pcall(table.reduce, {1}, nil, 0))         // expect: false\tbad argument #2 to 'table.reduce' (function expected, got nil)
table.reduce("x", print, 0)                     // expect error: bad argument #1 to 'table.reduce' (table expected, got string)
