// expect stderr: to stderr 1
io.write("out first\n")                         // expect: out first
io.stderr:write("to stderr ", 1, "\n")
print(io.stderr:write("") == io.stderr)         // expect: true
