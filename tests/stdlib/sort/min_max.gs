print(sort.min({3, 1, 2}), sort.max({3, 1, 2}), sort.min({}), sort.max({}), sort.min({"b", "a"}))  // expect: 1\t3\tnil\tnil\ta
a := {{n: "first", k: 1}, {n: "second", k: 1}, {n: "third", k: 2}, {n: "fourth", k: 2}}
key := func(v) { return v.k }
print(sort.min(a, key).n, sort.max(a, key).n)   // expect: first\tthird
print(pcall(sort.min, {1, "x"}))                // expect: false\tattempt to compare string with number
print(pcall(sort.max, {1}, 5))                  // expect: false\tbad argument #2 to 'sort.max' (function expected, got number)
sort.min("x")                                   // expect error: bad argument #1 to 'sort.min' (table expected, got string)
