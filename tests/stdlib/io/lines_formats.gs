f := io.open("l.txt", "w")
f:write("1\n2\nabc\n"); f:close()
for n := range io.lines("l.txt", "n") { io.write(n + 1, " ") }
for s := range io.lines("l.txt", 3) { io.write("<", s:gsub("\n", "."), ">") }
print()
f = io.open("l.txt")
for line := range f:lines() { io.write(line, "|") }
print(f:read(), f:close())
// expect: 2 3 <1.2><.ab><c.>
// expect: 1|2|abc|nil\ttrue
