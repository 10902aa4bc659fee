load("const limit = 3")()
print(limit)                              // expect: 3
print(pcall(func() { limit = 4 }))        // expect: false\tcannot assign to constant 'limit'
print(limit)                              // expect: 3
