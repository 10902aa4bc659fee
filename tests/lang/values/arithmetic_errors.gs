// The left operand is named if it is at fault, else the right one.
func e(f) { _, m := pcall(f); print(m) }
e(func() { return nil + 1 })        // expect: attempt to perform arithmetic on a nil value
e(func() { return 1 + nil })        // expect: attempt to perform arithmetic on a nil value
e(func() { return {} - true })      // expect: attempt to perform arithmetic on a table value
e(func() { return 1 * true })       // expect: attempt to perform arithmetic on a boolean value
e(func() { return "x" / 1 })        // expect: attempt to perform arithmetic on a string value
e(func() { return 1 % print })      // expect: attempt to perform arithmetic on a function value
e(func() { return "x" ** {} })      // expect: attempt to perform arithmetic on a string value
e(func() { return -make(chan) })    // expect: attempt to perform arithmetic on a channel value
e(func() { x := nil; x++ })         // expect: attempt to perform arithmetic on a nil value
