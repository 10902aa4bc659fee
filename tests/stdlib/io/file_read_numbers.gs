fs.writefile("n.txt", "12\n-3.5\n0x10 rest\nabc\n1e3\n")
f := io.open("n.txt")
print(f:read("n", "n"))                         // expect: 12\t-3.5
print(f:read("n"))                              // expect: nil
print(f:read("n"))                              // expect: nil
print(f:read("n"))                              // expect: 1000.0
print(f:read("n"), f:read("a"))                 // expect: nil\t
f:close()
