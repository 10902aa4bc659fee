func e(f, ...) { _, m := pcall(f, ...); print(m) }
e(func() { return nosuch })                 // expect: undefined variable: nosuch
e(func() { x := nil; return x.y })          // expect: attempt to index a nil value
e(func() { x := 1; x() })                   // expect: attempt to call a number value
e(func() { return -{} })                    // expect: attempt to perform arithmetic on a table value
e(func() { return {} | 1 })                 // expect: attempt to perform bitwise operation on a table value
e(func() { return "a" .. {} })              // expect: attempt to concatenate a table value
e(func() { return #5 })                     // expect: attempt to get length of a number value
e(func() { return 1 < "x" })                // expect: attempt to compare number with string
e(func() { return 1 / 0 })                  // expect: attempt to divide by zero
e(func() { return 1 % 0 })                  // expect: attempt to perform modulo by zero
e(func() { return 1.5 | 0 })                // expect: number has no integer representation
e(func() { return 1 << -1 })                // expect: negative shift count
e(func() { t := {}; t[nil] = 1 })           // expect: table index is nil
e(func() { t := {}; t[0.0 / 0] = 1 })       // expect: table index is NaN
e(next, {}, "k")                            // expect: invalid key to 'next'
e(func() { for x := range true { } })       // expect: cannot range over boolean
e(func() { print(true...) })                // expect: cannot spread a boolean value
e(string.rep, "x", 1 << 50)                 // expect: string too large
e(coroutine.yield)                          // expect: cannot yield from outside a coroutine
e(func() { x := 1; x <- 1 })                // expect: send on non-channel value
e(func() { x := 1; <-x })                   // expect: receive from non-channel value
