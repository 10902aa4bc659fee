// The result is the truth of the handler's value.
mt := {__eq: func() { return "yes" }}
print(setmetatable({}, mt) == setmetatable({}, mt))       // expect: true
mt2 := {__eq: func() { }}
print(setmetatable({}, mt2) == setmetatable({}, mt2))     // expect: false
