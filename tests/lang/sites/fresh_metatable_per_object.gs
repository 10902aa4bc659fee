// A new metatable for each object behaves like a shared one.
Class := {get: func(self) { return self.v }}
func new1(v) { return setmetatable({v: v}, {__index: Class}) }
sum := 0
for i := 1; i <= 200; i++ { sum += new1(i):get() }
print(sum)                              // expect: 20100
Class.get = func(self) { return 1 }
print(new1(50):get())                   // expect: 1
