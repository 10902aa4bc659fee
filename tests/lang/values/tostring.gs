print(tostring(nil), tostring(true), tostring(12), tostring(1.50), tostring("s"))   // expect: nil\ttrue\t12\t1.5\ts
func like(v, p) { return tostring(v):match("^" .. p .. "$") != nil }
print(like({}, "table: 0x%x+"), like(func() {}, "function: 0x%x+"), like(make(chan), "channel: 0x%x+"))   // expect: true\ttrue\ttrue
print(like(coroutine.create(print), "coroutine: 0x%x+"), like(io.stdout, "file: 0x%x+"))                  // expect: true\ttrue
print(tostring(print), tostring(string.len), tostring(table.sort))   // expect: function: print\tfunction: string.len\tfunction: table.sort
