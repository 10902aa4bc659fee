fs.writefile("s.txt", "0123456789")
f := io.open("s.txt", "r+")
print(f:seek(), f:seek("end"), f:seek("set", 3), f:read(1), f:seek("cur"), f:seek("cur", -2), f:read(1), f:seek("end", -1), f:read("a"))   // expect: 0\t10\t3\t3\t4\t2\t2\t9\t9
pos, err := f:seek("set", -1)
print(pos, type(err))                           // expect: nil\tstring
print(f:seek("set", 20), f:read(1), f:seek("set", 12), f:write("x") == f, f:flush(), #fs.readfile("s.txt"))        // expect: 20\tnil\t12\ttrue\ttrue\t13
print(pcall(f.seek, "middle") == false, pcall(f.seek, f, "set", "x"))      // expect: true\tfalse\tbad argument #2 to 'file:seek' (number expected, got string)
f:close()
f:seek()                                        // expect error: attempt to use a closed file
