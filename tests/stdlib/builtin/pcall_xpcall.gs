print(pcall(func(a, b) { return a + b, "second" }, 1, 2))          // expect: true\t3\tsecond
print(pcall(5))                                 // expect: false\tattempt to call a number value
print(pcall())                                  // expect: false\tattempt to call a nil value
print(xpcall(func(x) { return x * 2 }, print, 21))                 // expect: true\t42
print(xpcall(func() { error("e") }, func(m) { return "handled " .. m, "dropped" }))        // expect: false\thandled e
print(xpcall(func() { error("e") }, func(m) { error("in handler") }))      // expect: false\tnil
order := {}
xpcall(func() { defer append(order, "deferred"); error("x") }, func() { append(order, "handler") })
print(table.concat(order, " "))                 // expect: handler deferred
xpcall(print, 5)                                // expect error: bad argument #2 to 'xpcall' (function expected, got number)
