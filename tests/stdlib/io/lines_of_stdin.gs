// stdin: a
// stdin: bb
// stdin: ccc
it := io.lines()
print(it(), #it())                              // expect: a\t2
for line := range io.lines(nil, "L") { io.write(#line, "\n") }     // expect: 4
print(io.stdin:read("a") == "", it())           // expect: true\tnil
