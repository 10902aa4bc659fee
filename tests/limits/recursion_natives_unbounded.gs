// Every way of recursing through natives ends in the same error.
func e(f) { ok, m := pcall(f); print(m) }
a := func() { return pcall(a) }
viaSort := func() { table.sort({2, 1}, func(x, y) { viaSort(); return x < y }) }
viaGsub := func() { string.gsub("x", "x", viaGsub) }
viaTostring := func() { return tostring(setmetatable({}, {__tostring: viaTostring})) }
viaIndex := setmetatable({}, {__index: func(t, k) { return t[k + 1] }})
viaAdd := setmetatable({}, {__add: func(x, y) { return x + y }})
viaRange := func() { for x := range viaRange { } }
viaMap := func() { return table.map({1}, viaMap) }
viaDefer := func() { defer viaDefer() }
print(type(a()))                         // expect: boolean
e(viaSort)                               // expect: stack overflow
e(viaGsub)                               // expect: stack overflow
e(viaTostring)                           // expect: stack overflow
e(func() { return viaIndex[1] })          // expect: stack overflow
e(func() { return viaAdd + 1 })          // expect: stack overflow
e(viaRange)                              // expect: stack overflow
e(viaMap)                                // expect: stack overflow
e(viaDefer)                              // expect: stack overflow
print("usable")                          // expect: usable
// timeout: 60
// skip with: --gc-stress
