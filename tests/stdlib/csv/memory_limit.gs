// flags: --memory-limit=32M
ok, e := pcall(csv.parse, string.rep("a,b\n", 1 << 20))
print(ok, e, #csv.parse("a,b\n"))               // expect: false\tout of memory\t1
ok, e = pcall(csv.encode, {{string.rep("\"", 12 << 20)}})
print(ok, e)                                    // expect: false\tout of memory
// skip with: --gc-stress
