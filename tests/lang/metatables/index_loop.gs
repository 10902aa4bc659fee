t := {}
setmetatable(t, {__index: t})
print(pcall(func() { return t.x }))               // expect: false\t'__index' chain too long; possible loop
u := {}
setmetatable(u, {__newindex: u})
print(pcall(func() { u.x = 1 }))                  // expect: false\t'__newindex' chain too long; possible loop
c := {}
setmetatable(c, {__call: c})
print(pcall(c))                                   // expect: false\t'__call' chain too long; possible loop
