fs.writefile("long", string.rep("x", 1000000) .. "\n" .. string.rep("y", 70000))
f := io.open("long")
print(#f:read("l"), #f:read("L"), f:read("l"))  // expect: 1000000\t70000\tnil
f:close()
n := 0
for line := range io.lines("long") { n += #line }
print(n)                                        // expect: 1070000
