// flags: --memory-limit=32M
func fails(f, ...) {
    ok, e := pcall(f, ...)
    return !ok && e == "out of memory"
}
t := {}
for i := range 300000 { append(t, i) }
print(fails(func() { all := {}; for { append(all, table.copy(t)) } }), fails(func() { all := {}; for { append(all, table.keys(t)) } }))    // expect: true\ttrue
print(fails(table.concat, t, string.rep("x", 1000)), fails(func() { u := {}; for i := 0; ; i++ { table.insert(u, i) } }))  // expect: true\ttrue
print(#t, table.concat({1, 2}, ","))            // expect: 300000\t1,2
