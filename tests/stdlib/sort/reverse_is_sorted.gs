print(table.concat(sort.reverse({1, 2, 3}), " "), #sort.reverse({}))       // expect: 3 2 1\t0
print(sort.isSorted({1, 2, 2, 3}), sort.isSorted({2, 1}), sort.isSorted({}), sort.isSorted({"a", "b"}), sort.isSorted({1, 1.5, 0}))        // expect: true\tfalse\ttrue\ttrue\tfalse
print(sort.isSorted({1, 0.0 / 0, 2}))           // expect: true
print(pcall(sort.isSorted, {1, "a"}))           // expect: false\tattempt to compare string with number
print(pcall(sort.reverse))                      // expect: false\tbad argument #1 to 'sort.reverse' (table expected, got nil)
sort.isSorted(1)                                // expect error: bad argument #1 to 'sort.isSorted' (table expected, got number)
