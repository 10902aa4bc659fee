f := io.open("c.txt", "w")
f:close()
print(pcall(f.write, "x"))               // expect: false\tattempt to use a closed file
print(pcall(f.read))                     // expect: false\tattempt to use a closed file
print(pcall(f.seek))                     // expect: false\tattempt to use a closed file
