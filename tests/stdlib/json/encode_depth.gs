// 10000 levels are allowed, one table may appear many times, and what has been left is not a cycle.
d := {}
for range 9999 { d = {d} }
print(#json.encode(d))                          // expect: 20000
shared := {1}
print(json.encode({shared, {x: shared}, shared}))                  // expect: [[1],{"x":[1]},[1]]
print(json.decode(json.encode(d)) != nil)       // expect: true
