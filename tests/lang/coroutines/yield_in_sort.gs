co := coroutine.wrap(func() {
    t := {3, 1, 2}
    table.sort(t, func(a, b) { coroutine.yield("cmp"); return a < b })
    return table.concat(t, ",")
})
r, n := co(), 0
for r == "cmp" { n++; r = co() }
print(n > 0, r)          // expect: true\t1,2,3
