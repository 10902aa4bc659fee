f := io.open("x.txt", "w")
print(type(f), f:write("line 1\nline 2\n", 3, "\n") == f, f:close())     // expect: userdata\ttrue\ttrue
f = io.open("x.txt")
print(f:read(), f:read("L") == "line 2\n", f:read("n"), f:read())        // expect: line 1\ttrue\t3\tnil
f:close()
f = io.open("x.txt", "a")
f:write("appended\n"); f:close()
for line := range io.lines("x.txt") { io.write(line, ";") }
print()                                                                  // expect: line 1;line 2;3;appended;
f = io.open("x.txt", "w")
f:close()
print(io.open("x.txt"):read("a") == "")                                  // expect: true
