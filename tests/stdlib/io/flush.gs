print(io.stdout:flush(), io.write("x\n"))
// expect: x
// expect: true
