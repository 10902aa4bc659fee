func concat() { s := "x"; for { s = s .. s; s:byte(1) } }
func pieces() { t := {}; for i := 1; ; i++ { append(t, ("x"):rep(1000) .. i) } }
func joined() { t := {}; for i := 1; i <= 1000; i++ { append(t, ("y"):rep(100000)) } return table.concat(t) }
func replaced() { s := "x"; for { s = s:gsub("x", "xx") } }
func formatted() { s := "x"; for { s = string.format("%s%s", s, s) } }
for _, f := range {concat, pieces, joined, replaced, formatted} { print(pcall(f)) }
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
// expect: false\tout of memory
print("usable")                                        // expect: usable
// flags: --memory-limit=64M
// timeout: 60
// skip with: --gc-stress
