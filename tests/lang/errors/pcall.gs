print(pcall(func(a, b) { return a, b, nil }, 1, 2))   // expect: true\t1\t2\tnil
print(pcall(func() { }))                              // expect: true
print(pcall(print, "x"))
// expect: x
// expect: true
print(pcall(pcall, error, "e"))                       // expect: true\tfalse\te
print(pcall({}))                                      // expect: false\tattempt to call a table value
print(pcall())                                        // expect: false\tattempt to call a nil value
