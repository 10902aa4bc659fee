fs.writefile("x.txt", "line\n")
f := io.open("x.txt")
print(pcall(f.read, "q"))                       // expect: false\tbad argument #1 to 'file:read' (invalid format)
print(pcall(f.read, f, "l", "q"))               // expect: false\tbad argument #2 to 'file:read' (invalid format)
print(pcall(f.read, {}))                        // expect: false\tbad argument #1 to 'file:read' (invalid format)
print(pcall(io.read, ""))                       // expect: false\tbad argument #1 to 'io.read' (invalid format)
f:seek("set", 0)
print(f:read("*l"), f:read("*a"))               // expect: line\t
f:close()
f:read()                                        // expect error: attempt to use a closed file
