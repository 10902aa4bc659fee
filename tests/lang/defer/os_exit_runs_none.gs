defer print("never")
func f() { defer print("never"); os.exit(3) }
io.write("out\n")   // expect: out
f()
// exit: 3
