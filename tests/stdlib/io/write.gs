print(select("#", io.write("a", 1, 1.5, nil, true, "\n")))
// expect: a11.5niltrue
// expect: 0
io.write()
io.stdout:write("x", 1):write("y\n")     // expect: x1y
