v := setmetatable({}, {__concat: func(a, b) { return (type(a) == "table" && "T" || a) .. "|" .. (type(b) == "table" && "T" || b) }})
print(v .. "x", "x" .. v, 1 .. v, v .. v)   // expect: T|x\tx|T\t1|T\tT|T
print("a" .. "b" .. v)                      // expect: ab|T
