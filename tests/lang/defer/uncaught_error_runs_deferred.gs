defer print("top")
func f() { defer print("f"); error("E") }   // expect error: E
f()
// expect: f
// expect: top
