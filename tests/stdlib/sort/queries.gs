print(sort.isSorted({1, 2, 2, 3}), sort.isSorted({2, 1}), sort.isSorted({}))   // expect: true\tfalse\ttrue
print(sort.bsearch({1, 3, 5, 7}, 5), sort.bsearch({1, 3, 5, 7}, 4), sort.bsearch({}, 1), sort.bsearch({"a", "c"}, "c"))   // expect: 3\tnil\tnil\t2
print(table.concat(sort.unique({1, 1, 2, 1, 1}), " "))                         // expect: 1 2 1
print(sort.min({3, 1, 2}), sort.max({3, 1, 2}), sort.min({}), sort.max({}))    // expect: 1\t3\tnil\tnil
print(sort.min({"aaa", "b"}, func(s) { return #s }), sort.max({"aaa", "b", "ccc"}, func(s) { return #s }))   // expect: b\taaa
a, b := sort.partition({1, 2, 3, 4}, func(v) { return v % 2 == 0 })
print(table.concat(a, " "), table.concat(b, " "))                              // expect: 2 4\t1 3
