// flags: --memory-limit=32M
// A buffer that grows for ever meets the memory limit; what it held stays.
b := bytes.new()
piece := string.rep("x", 1 << 20)
ok, e := pcall(func() { for { b:write(piece) } })
print(ok, e, b:len() > 1 << 20, b:readByte(1))  // expect: false\tout of memory\ttrue\t120
b:reset()
print(b:len())                                  // expect: 0
