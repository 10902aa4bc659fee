t := {}
for i := range 100 { append(t, i * 3) }
for i := range 300 {
    at := sort.bsearch(t, i)
    assert(i % 3 == 0 && t[at] == i || i % 3 != 0 && at == nil, i)
}
print(sort.bsearch({"ant", "bee", "cat"}, "bee"), sort.bsearch({}, 1), sort.bsearch({1, 2.5, 4}, 2.5), sort.bsearch({1, 2}, 2.0))  // expect: 2\tnil\t2\t2
print(pcall(sort.bsearch, {1, 2}, "x") == false)                   // expect: true
sort.bsearch(nil, 1)                            // expect error: bad argument #1 to 'sort.bsearch' (table expected, got nil)
