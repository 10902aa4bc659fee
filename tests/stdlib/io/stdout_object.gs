io.stdout:write("a", 1, "\n")                   // expect: a1
io.stdout.write("b").write("c\n")               // expect: bc
print(io.stdout == io.stdout, type(io.stdout), type(io.stdin), tostring(io.stderr):find("^file: 0x") == 1)        // expect: true\tuserdata\tuserdata\ttrue
