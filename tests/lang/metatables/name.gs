v := setmetatable({}, {__name: "Point"})
print((tostring(v):gsub("0x%x+", "ADDR")))             // expect: Point: ADDR
w := setmetatable({}, {__name: 5})
print((tostring(w):gsub("0x%x+", "ADDR")))             // expect: table: ADDR
print(type(v), pcall(func() { return v + 1 }))         // expect: table\tfalse\tattempt to perform arithmetic on a table value
