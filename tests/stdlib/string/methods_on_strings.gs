// Every function of the library is a method, and one added by the program becomes one.
string.shout = func(s, n) { return s:upper() .. string.rep("!", n) }
print(("hi"):shout(2), ("a,b"):split(",")[2], ("%d"):format(5), ("x"):rep(3), ("abc"):byte())      // expect: HI!!\tb\t5\txxx\t97
print(pcall(func() { return ("x"):nothing() })) // expect: false\tattempt to call a nil value (method 'nothing' not found)
print(pcall(func() { return (5):len() }))       // expect: false\tattempt to call method 'len' on a number value
("x"):nothing()                                 // expect error: attempt to call a nil value (method 'nothing' not found)
