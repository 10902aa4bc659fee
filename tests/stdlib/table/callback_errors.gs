// An error in a callback passes through unchanged, and what was done stays done.
seen := {}
ok, e := pcall(table.map, {1, 2, 3}, func(v) { append(seen, v); if v == 2 { error({at: v}) } })
print(ok, e.at, table.concat(seen, ","))        // expect: false\t2\t1,2
u := {3, 1, 2}
print(pcall(sort.byKey, u, func(v) { if v == 2 { error("key") }; return v }))      // expect: false\tkey
print(table.concat(u, " "))                     // expect: 3 1 2
func broken(v) {
    return v.field.deeper                       // expect error: attempt to index a number value
}
table.filter({5}, broken)
