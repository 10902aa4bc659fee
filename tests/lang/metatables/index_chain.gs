a := {x: "a.x"}
b := setmetatable({y: "b.y"}, {__index: a})
c := setmetatable({}, {__index: b})
d := setmetatable({}, {__index: c})
print(d.x, d.y, d.z)                              // expect: a.x\tb.y\tnil
a.z = "late"
print(d.z)                                        // expect: late
b.x = "shadow"
print(d.x)                                        // expect: shadow
b.x = nil
print(d.x)                                        // expect: a.x
