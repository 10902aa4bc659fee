// Effective only if present when setmetatable is called.
mt := {}
t := setmetatable({}, mt)
mt.__gc = func() { print("never") }
print("end")                         // expect: end
