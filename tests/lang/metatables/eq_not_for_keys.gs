// Table keys use identity.
mt := {__eq: func() { return true }}
a, b := setmetatable({}, mt), setmetatable({}, mt)
t := {[a]: "a"}
print(t[a], t[b], a == b)       // expect: a\tnil\ttrue
