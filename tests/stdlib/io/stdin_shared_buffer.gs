// stdin: 1
// stdin: 2
// stdin: 3
print(io.read(), io.stdin:read(), io.lines()())   // expect: 1\t2\t3
