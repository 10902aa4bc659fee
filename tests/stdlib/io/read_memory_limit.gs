// flags: --memory-limit=32M
// Files bigger than memory can be read in parts, not as a whole.
piece := string.rep("0123456789abcdef", 65536)
f := io.open("big", "w")
for range 48 { f:write(piece) }
f:close()
print(pcall(fs.readfile, "big"))                // expect: false\tout of memory
g := io.open("big")
print(pcall(g.read, "a"))                       // expect: false\tout of memory
g:seek("set", 0)
total := 0
for {
    part := g:read(1 << 20)
    if part == nil { break }
    total += #part
}
print(total)                                    // expect: 50331648
g:close()
ok, e := pcall(func() { return g:read() })
print(e)                                        // expect: attempt to use a closed file
