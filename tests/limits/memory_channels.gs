func e(f) { ok, m := pcall(f); print(ok, m) }
e(func() { return make(chan, 1 << 40) })               // expect: false\tout of memory
e(func() { return unpack({}, 1, 1 << 40) })            // expect: false\tstack overflow
e(func() { return table.concat({}, "x", 1, 1 << 40) }) // expect: false\tout of memory
print("usable")                                        // expect: usable
// flags: --memory-limit=64M
// timeout: 30
// skip with: --gc-stress
