words := {"pear", "fig", "banana", "kiwi", "apple"}
print(table.concat(sort.by(words, func(a, b) { return #a < #b }), " "))    // expect: fig pear kiwi apple banana
print(table.concat(sort.by({1, 2, 3}, func(a, b) { return a > b }), " "), #sort.by({}, func() { error("never") }))         // expect: 3 2 1\t0
print(pcall(sort.by, {2, 1}, func() { error("cmp") }))             // expect: false\tcmp
print(pcall(sort.by, {1}))                      // expect: false\tbad argument #2 to 'sort.by' (function expected, got nil)
sort.by("x", print)                             // expect error: bad argument #1 to 'sort.by' (table expected, got string)
