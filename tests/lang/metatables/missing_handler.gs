v := setmetatable({}, {__add: func() { return 1 }})
func e(f) { _, m := pcall(f); print(m) }
e(func() { return v - 1 })            // expect: attempt to perform arithmetic on a table value
e(func() { return "x" * v })          // expect: attempt to perform arithmetic on a string value
e(func() { return v & 1 })            // expect: attempt to perform bitwise operation on a table value
e(func() { return v .. "x" })         // expect: attempt to concatenate a table value
e(func() { return v < v })            // expect: attempt to compare table with table
e(func() { return v() })              // expect: attempt to call a table value
