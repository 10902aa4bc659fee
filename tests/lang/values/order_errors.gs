// a > b means b < a, also in the order of types in the message.
func e(f) { _, m := pcall(f); print(m) }
e(func() { return 1 < "x" })        // expect: attempt to compare number with string
e(func() { return 1 > "x" })        // expect: attempt to compare string with number
e(func() { return nil <= 1 })       // expect: attempt to compare nil with number
e(func() { return nil >= 1 })       // expect: attempt to compare number with nil
e(func() { return {} < {} })        // expect: attempt to compare table with table
e(func() { return true < false })   // expect: attempt to compare boolean with boolean
