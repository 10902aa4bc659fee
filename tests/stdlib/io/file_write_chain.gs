f := io.open("out.txt", "w")
print(f:write("a", 1, 2.5) == f, f.write("b", nil) == f)           // expect: true\ttrue
print(f:close(), fs.readfile("out.txt"))        // expect: true\ta12.5bnil
r := io.open("out.txt")
ok, err := r:write("x")
print(ok, type(err))                            // expect: nil\tstring
r:close()
f:write("late")                                 // expect error: attempt to use a closed file
