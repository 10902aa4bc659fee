io.stderr:write("to stderr\n")
io.stderr.write("again ", 1, "\n")
print("to stdout")                             // expect: to stdout
// expect stderr: to stderr
// expect stderr: again 1
