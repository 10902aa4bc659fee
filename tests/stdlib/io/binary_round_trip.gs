data := {}
for b := range 256 { append(data, string.char(b)) }
all := table.concat(data)
f := io.open("bin", "wb")
f:write(all, all)
f:close()
g := io.open("bin", "rb")
print(g:read(256) == all, g:read("a") == all)   // expect: true\ttrue
g:seek("set", 0)
lines := 0
for range g:lines("L") { lines++ }
print(lines)                                    // expect: 3
g:close()
