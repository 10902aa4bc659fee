t := {"a", "b", nil, "d", x: 1}
for k, v := range pairs(t) { io.write(tostring(k), "=", tostring(v), " ") }
for i, v := range ipairs(t) { io.write(i, ":", v, " ") }
print()                                         // expect: 1=a 2=b 4=d x=1 1:a 2:b 
p := setmetatable({}, {__pairs: func(self) { return {"via"} }})
for k, v := range pairs(p) { print(k, v) }      // expect: 1\tvia
for i := range ipairs(setmetatable({}, {__index: func() { return 1 }})) { print("never") }
print(pcall(ipairs))                            // expect: false\tbad argument #1 to 'ipairs' (table expected, got nil)
pairs(nil)                                      // expect error: bad argument #1 to 'pairs' (table expected, got nil)
