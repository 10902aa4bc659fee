// Tables made from lists start as arrays up to the last value that is not nil.
p := table.pack(1, nil, 3, nil)
print(#p, p.n)                                        // expect: 3\t4
print(#table.map({1, 2, 3}, func(v) { if v != 2 { return v } }))   // expect: 3
func named(r...) { return #r, r.n }
print(named(nil, 2, nil))                             // expect: 2\t3
print(#json.decode("[1, null, 3, null]"))             // expect: 3
