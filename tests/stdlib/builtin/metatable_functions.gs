mt := {}
t := {}
print(setmetatable(t, mt) == t, getmetatable(t) == mt, getmetatable("s"), getmetatable(5), getmetatable())         // expect: true\ttrue\tnil\tnil\tnil
print(setmetatable(t, nil) == t, getmetatable(t), type(getmetatable(io.stdout)))   // expect: true\tnil\ttable
locked := setmetatable({}, {__metatable: "locked"})
print(getmetatable(locked), pcall(setmetatable, locked, {}))       // expect: locked\tfalse\tcannot change a protected metatable
print(pcall(setmetatable, "s", {}))             // expect: false\tbad argument #1 to 'setmetatable' (table expected, got string)
setmetatable({}, 5)                             // expect error: bad argument #2 to 'setmetatable' (nil or table expected, got number)
