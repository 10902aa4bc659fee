print(pcall(func() { return nosuch }))      // expect: false\tundefined variable: nosuch
print(pcall(func() { nosuch = 1 }))         // expect: false\tundefined variable: nosuch
print(pcall(func() { nosuch += 1 }))        // expect: false\tundefined variable: nosuch
print(pcall(func() { nosuch++ }))           // expect: false\tundefined variable: nosuch
print(pcall(func() { nosuch.x = 1 }))       // expect: false\tundefined variable: nosuch
print(pcall(func() { nosuch() }))           // expect: false\tundefined variable: nosuch
