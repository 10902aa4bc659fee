// Changing a class is seen by warm method calls.
Class := {}
Class.__index = Class
Class.m = func(self) { return "old" }
obj := setmetatable({}, Class)
func call(o) { return o:m() }
for range 10 { call(obj) }
Class.m = func(self) { return "new" }
print(call(obj))                        // expect: new
obj.m = func(self) { return "own" }
print(call(obj))                        // expect: own
obj.m = nil
print(call(obj))                        // expect: new
Class.m = nil
print(pcall(call, obj))                 // expect: false\tattempt to call a nil value (method 'm' not found)
Base := {m: func(self) { return "base" }}
setmetatable(Class, {__index: Base})
print(call(obj))                        // expect: base
Base.m = func(self) { return "base 2" }
print(call(obj))                        // expect: base 2
Class.m = func(self) { return "class again" }
print(call(obj))                        // expect: class again
setmetatable(obj, {__index: {m: func(self) { return "other class" }}})
print(call(obj))                        // expect: other class
Class.__index = nil
print(pcall(call, setmetatable({}, Class)))   // expect: false\tattempt to call a nil value (method 'm' not found)
