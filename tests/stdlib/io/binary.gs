f := io.open("b.bin", "wb")
s := ""
for i := range 256 { s ..= string.char(i) }
f:write(s); f:close()
print(io.open("b.bin", "rb"):read("a") == s)   // expect: true
