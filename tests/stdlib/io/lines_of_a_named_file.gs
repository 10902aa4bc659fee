fs.writefile("l.txt", "a\nb\n\nc")
t := {}
for line := range io.lines("l.txt") { append(t, line) }
print(#t, table.concat(t, ","))                 // expect: 4\ta,b,,c
for chunk := range io.lines("l.txt", 3) { io.write(string.format("%q ", chunk)) }
print()                                         // expect: "a\\nb" "\\n\\nc" 
for n := range io.lines("l.txt", "n") { print(n) }
for all := range io.lines("l.txt", "L") { io.write(#all, " ") }
print()                                         // expect: 2 2 1 1 
fs.writefile("empty.txt", "")
print(io.lines("empty.txt")())                  // expect: nil
it := io.lines("l.txt")
for it() { }
print(pcall(it))                                // expect: true\tnil
