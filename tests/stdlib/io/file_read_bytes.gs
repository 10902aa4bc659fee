fs.writefile("b.bin", "abc\0\xff\nrest")
f := io.open("b.bin", "rb")
print(f:read(2), #f:read(3), f:read(0) == "")   // expect: ab\t3\ttrue
print(f:read("L") == "\n", f:read(100), f:read(1), f:read(0))      // expect: true\trest\tnil\tnil
f:seek("set", 0)
print(#f:read("a"), f:read("a") == "", f:read("l"))                // expect: 10\ttrue\tnil
f:seek("set", 0)
print(pcall(f.read, f, -1))                     // expect: false\tbad argument #1 to 'file:read' (invalid format)
print(#f:read(math.maxinteger))                 // expect: 10
f:close()
