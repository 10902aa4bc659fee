f := io.open("a.txt", "w")
f:write("data"); f:close()
print(os.rename("a.txt", "b.txt"), io.open("b.txt"):read("a"))     // expect: true\tdata
print(os.remove("b.txt"))                                          // expect: true
print(os.remove("b.txt"))                                          // expect: nil\tremove b.txt: no such file or directory
print(os.rename("x1", "x2"))                                       // expect: nil\trename x1 x2: no such file or directory
n := os.tmpname()
print(io.open(n):read("a") == "", os.remove(n))                    // expect: true\ttrue
