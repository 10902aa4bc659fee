print()                                         // expect: 
print(1, 2.0, "s", nil, true)                   // expect: 1\t2.0\ts\tnil\ttrue
print(setmetatable({}, {__tostring: func() { return "T" }}), print, string.len)    // expect: T\tfunction: print\tfunction: string.len
print("a\0b" == "a\0b", select("#", print("returns nothing")))
// expect: returns nothing
// expect: true\t0
print(setmetatable({}, {__name: "Point"}) != nil, tostring(setmetatable({}, {__name: "Point"})):match("^Point: 0x%x+$") != nil)    // expect: true\ttrue
print(1, setmetatable({}, {__tostring: func() { return 5 }}))      // expect error: '__tostring' must return a string
