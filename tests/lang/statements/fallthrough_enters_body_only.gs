// The next clause's values are not tested.
func v(x) { io.write(x, " "); return x }
switch 1 {
case v(1): fallthrough
case v(2): print("entered")     // expect: 1 entered
}
