// flags: --memory-limit=64M
print(pcall(string.rep, "x", 1 << 32))            // expect: false\tout of memory
func grow() {
    t := {}
    for i := 1; ; i++ { t[i] = {i} }
}
print(pcall(grow))                                // expect: false\tout of memory
collectgarbage()
func double() { s := "x"; for { s = s .. s; if #s < 0 { return } ; s:byte(1) } }
print(pcall(double))                              // expect: false\tout of memory
print("usable")                                   // expect: usable
// skip with: --gc-stress
