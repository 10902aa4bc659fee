func e(f) { _, m := pcall(f); print(m) }
e(func() { return 1.5 & 1 })       // expect: number has no integer representation
e(func() { return 1 | 1e19 })      // expect: number has no integer representation
e(func() { return 1 ^ (0.0 / 0) }) // expect: number has no integer representation
e(func() { return "1.5" << 1 })    // expect: number has no integer representation
e(func() { return {} & 1 })        // expect: attempt to perform bitwise operation on a table value
e(func() { return 1 >> nil })      // expect: attempt to perform bitwise operation on a nil value
e(func() { return ^true })         // expect: attempt to perform bitwise operation on a boolean value
e(func() { return "x" | 1 })       // expect: attempt to perform bitwise operation on a string value
