// stdin: a
// stdin: b
// stdin:
// stdin: c
for line := range io.lines() { io.write("[", line, "] ") }
print()                                           // expect: [a] [b] [] [c]\x20
