// Reading ahead does not show in positions, nor in where a write lands.
fs.writefile("s.txt", string.rep("line\n", 5000))
f := io.open("s.txt", "r+")
f:read("l"); f:read("l")
print(f:seek())                                 // expect: 10
f:seek("cur", 0)
f:write("LINE")
f:seek("set", 10)
print(f:read("l"), f:read("l"), f:seek())       // expect: LINE\tline\t20
f:close()
print(#fs.readfile("s.txt"))                    // expect: 25000
