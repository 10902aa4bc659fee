// The tag once, then case values in order until one matches.
func v(x) { io.write(x, " "); return x }
switch v(2) {
case v(1), v(2), v(3): print("matched")   // expect: 2 1 2 matched
case v(4): print("no")
}
func two() { return 5, 6 }
switch two() { case 6: print("no") case 5: print("first value") }   // expect: first value
