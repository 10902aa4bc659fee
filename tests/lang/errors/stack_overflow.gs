func deep(n) { return 1 + deep(n + 1) }
print(pcall(deep, 1))             // expect: false\tstack overflow
func f() { return f() }
print(pcall(f))                   // expect: false\tstack overflow
t := setmetatable({}, {__index: func(t, k) { return t[k + 1] }})
print(pcall(func() { return t[1] }))   // expect: false\tstack overflow
func viaPcall() { ok, e := pcall(viaPcall); if !ok { error(e) } }
print(pcall(viaPcall))            // expect: false\tstack overflow
s := func() { table.sort({1, 2, 3}, func(a, b) { s(); return a < b }) }
print(pcall(s))                   // expect: false\tstack overflow
// skip with: --gc-stress
