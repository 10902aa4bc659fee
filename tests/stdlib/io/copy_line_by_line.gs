f := io.open("in.txt", "w")
for i := range 1000 { f:write("line ", i, "\n") }
f:close()
out := io.open("out.txt", "w")
n, bytes_ := 0, 0
for line := range io.lines("in.txt", "L") { out:write(line); n++; bytes_ += #line }
out:close()
print(n, bytes_, fs.readfile("in.txt") == fs.readfile("out.txt"))          // expect: 1000\t8890\ttrue
