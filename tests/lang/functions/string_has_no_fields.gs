print(pcall(func() { s := "abc"; return s[1] }))       // expect: false\tattempt to index a string value
print(pcall(func() { s := "abc"; return s.len }))      // expect: false\tattempt to index a string value
print(pcall(func() { s := "abc"; s.x = 1 }))           // expect: false\tattempt to index a string value
