// flags: --memory-limit=48M
func fails(f, ...) {
    ok, e := pcall(f, ...)
    return !ok && e == "out of memory"
}
print(fails(json.decode, "[" .. string.rep("[],", 1200000) .. "[]]"))      // expect: true
s := string.rep("\x01", 4 << 20)
print(fails(json.encode, s), fails(json.encode, {s, s}), fails(json.pretty, {s}))  // expect: true\ttrue\ttrue
t := {}
for i := range 1000 { append(t, {i}) }
print(fails(json.pretty, t, string.rep(" ", 100000)))              // expect: true
print(json.encode({1}), json.decode("[1]")[1])  // expect: [1]\t1
// skip with: --gc-stress
