f := io.open("e.txt", "w")
f:write("a\nb\n"); f:close()
next1 := io.lines("e.txt")
print(next1(), next1(), next1())         // expect: a\tb\tnil
