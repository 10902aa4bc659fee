f := io.open("o.txt", "w")
print(pcall(func() { f.x = 1 }))                // expect: false\tcannot assign to a field of a file object
print(f.nothing, pcall(func() { return f.read(f) }) == true)       // expect: nil\ttrue
print(pcall(func() { return #f }))              // expect: false\tattempt to get length of a userdata value
print(pcall(func() { f:nothing() }))            // expect: false\tattempt to call a nil value (method 'nothing' not found)
f:close()
f.mode = "r"                                    // expect error: cannot assign to a field of a file object
