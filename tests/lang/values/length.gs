print(#"", #"abc", #"é", #{}, #{1, 2, 3}, #{x: 1})     // expect: 0\t3\t2\t0\t3\t0
func e(f) { _, m := pcall(f); print(m) }
e(func() { return #5 })        // expect: attempt to get length of a number value
e(func() { return #nil })      // expect: attempt to get length of a nil value
e(func() { return #print })    // expect: attempt to get length of a function value
