print(pcall(json.encode, print))                 // expect: false\tjson.encode: cannot encode a function value
print(pcall(json.encode, {a: make(chan)}))       // expect: false\tjson.encode: cannot encode a channel value
print(pcall(json.encode, {[{}]: 1}))             // expect: false\tjson.encode: cannot encode a table key
t := {}
t.t = t
print(pcall(json.encode, t))                     // expect: false\tjson.encode: cyclic table
d := {}
for range 10001 { d = {d} }
print(pcall(json.encode, d))                     // expect: false\tjson.encode: nesting too deep
shared := {1}
print(json.encode({shared, shared}))             // expect: [[1],[1]]
print(json.encode(setmetatable({1}, {__index: {x: 1}, __tostring: func() { return "no" }})))   // expect: [1]
