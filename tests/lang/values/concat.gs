print("a" .. "b", 1 .. 2, 1.5 .. "x", "" .. "", -1 .. -2)   // expect: ab\t12\t1.5x\t\t-1-2
func e(f) { _, m := pcall(f); print(m) }
e(func() { return "a" .. nil })      // expect: attempt to concatenate a nil value
e(func() { return true .. "a" })     // expect: attempt to concatenate a boolean value
e(func() { return {} .. nil })       // expect: attempt to concatenate a table value
e(func() { return "a" .. print })    // expect: attempt to concatenate a function value
