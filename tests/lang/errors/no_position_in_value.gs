// Errors of the language are strings without position.
print(pcall(func() { return nil + 1 }))          // expect: false\tattempt to perform arithmetic on a nil value
print(pcall(func() { error("msg", 1) }))         // expect: false\tmsg
print(pcall(func() { error("msg", 2) }))         // expect: false\tmsg
