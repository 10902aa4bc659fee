// flags: --memory-limit=32M
s := string.rep("ab", 3 << 20)
func fails(f, ...) { ok, e := pcall(f, ...); return !ok && e == "out of memory" }
print(fails(regexp.findAll, "a", s), fails(regexp.replaceAll, "a", s, "12345678901"), fails(regexp.split, "b", s)) // expect: true\ttrue\ttrue
print(regexp.find("b+", "abb"))                 // expect: bb
