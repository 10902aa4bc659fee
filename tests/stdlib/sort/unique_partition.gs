func show(t) { return "[" .. table.concat(t, " ") .. "]" }
print(show(sort.unique({1, 1, 2, 3, 3, 1})), show(sort.unique({})), show(sort.unique({"a", "a"})))         // expect: [1 2 3 1]\t[]\t[a]
t := {1, 1}
print(sort.unique(t) != t, #t)                  // expect: true\t2
yes, no := sort.partition({1, 2, 3, 4, 5}, func(v) { return v > 2 })
print(show(yes), show(no))                      // expect: [3 4 5]\t[1 2]
yes, no = sort.partition({}, print)
print(#yes, #no)                                // expect: 0\t0
print(pcall(sort.unique, 1))                    // expect: false\tbad argument #1 to 'sort.unique' (table expected, got number)
sort.partition({}, nil)                         // expect error: bad argument #2 to 'sort.partition' (function expected, got nil)
