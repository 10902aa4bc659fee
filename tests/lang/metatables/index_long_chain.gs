// A chain of 100 steps works.
t := {x: "end"}
for range 100 { t = setmetatable({}, {__index: t}) }
print(t.x)                                        // expect: end
for range 2 { t = setmetatable({}, {__index: t}) }
print(pcall(func() { return t.x }))               // expect: false\t'__index' chain too long; possible loop
