print(pcall(func() { io.stdout.x = 1 }))       // expect: false\tcannot assign to a field of a file object
print(pcall(func() { io.stdout.write = 1 }))   // expect: false\tcannot assign to a field of a file object
