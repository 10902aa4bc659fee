print(pcall(panic, "p"))                   // expect: false\tp
_, e := pcall(func() { panic({n: 3}) })
print(e.n)                                 // expect: 3
print(pcall(panic))                        // expect: false\tnil
