print(pcall(func() { return 1 / 0 }))     // expect: false\tattempt to divide by zero
print(pcall(func() { return 0 / 0 }))     // expect: false\tattempt to divide by zero
print(pcall(func() { return "1" / "0" })) // expect: false\tattempt to divide by zero
print(1 / 0.0, -1 / 0.0, 1.0 / 0, 1 / -0.0, 0.0 / 0)   // expect: +Inf\t-Inf\t+Inf\t-Inf\tNaN
