t := {}
print(pcall(func() { t[nil] = 1 }))             // expect: false\ttable index is nil
print(pcall(func() { t[0.0 / 0] = 1 }))         // expect: false\ttable index is NaN
print(pcall(func() { t[nil] += 1 }))            // expect: false\tattempt to perform arithmetic on a nil value
print(t[nil], t[0.0 / 0])                       // expect: nil\tnil
print(pcall(func() { t[nil] = nil }))           // expect: false\ttable index is nil
