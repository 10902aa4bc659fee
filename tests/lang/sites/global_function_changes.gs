func f() { return 1 }
func caller() { return f() }
for range 50 { caller() }
f = func() { return 2 }
print(caller())                         // expect: 2
func f() { return 3 }
print(caller())                         // expect: 3
f = setmetatable({}, {__call: func() { return 4 }})
print(caller())                         // expect: 4
f = nil
print(pcall(caller))                    // expect: false\tattempt to call a nil value
