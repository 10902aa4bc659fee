fs.writefile("l.txt", "one\ntwo\r\n\nfour")
f := io.open("l.txt")
n := 0
for line := range f:lines() { n++; io.write("[", line, "]") }
print(n, f:read() == nil)                       // expect: [one][two][][four]4\ttrue
f:seek("set", 0)
for part := range f:lines(4) { io.write(#part, " ") }
print()                                         // expect: 4 4 4 2 
f:seek("set", 0)
it := f.lines("L")
print(it() == "one\n", it() == "two\r\n")       // expect: true\ttrue
f:close()
it()                                            // expect error: attempt to use a closed file
