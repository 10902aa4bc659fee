print(pcall(func() { print(5...) }))       // expect: false\tcannot spread a number value
print(pcall(func() { print(nil...) }))     // expect: false\tcannot spread a nil value
print(pcall(func() { print("s"...) }))     // expect: false\tcannot spread a string value
