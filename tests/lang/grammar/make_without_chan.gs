// make( without chan is an ordinary call.
print(pcall(func() { return make(3) }))   // expect: false\tundefined variable: make
