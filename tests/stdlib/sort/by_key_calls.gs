calls := 0
t := {{n: 3}, {n: 1}, {n: 2}, {n: 1}}
first := t[2]
sort.byKey(t, func(v) { calls++; return v.n })
print(calls, t[1].n, t[2].n, t[3].n, t[4].n, t[1] == first)        // expect: 4\t1\t1\t2\t3\ttrue
print(table.concat(sort.byKey({"b", "A", "c"}, string.lower), ""), #sort.byKey({}, print))         // expect: Abc\t0
print(pcall(sort.byKey, {1, 2}, func(v) { if v == 1 { return "a" } return 1 }))    // expect: false\tattempt to compare number with string
print(pcall(sort.byKey, {1}, {}))               // expect: false\tbad argument #2 to 'sort.byKey' (function expected, got table)
sort.byKey({{}, {}}, func(v) { return v.missing })                 // expect error: attempt to compare nil with nil
