t := setmetatable({}, {__metatable: "locked"})
print(getmetatable(t))                       // expect: locked
print(pcall(setmetatable, t, {}))            // expect: false\tcannot change a protected metatable
print(pcall(setmetatable, t, nil))           // expect: false\tcannot change a protected metatable
f := setmetatable({}, {__metatable: false})
print(getmetatable(f), pcall(setmetatable, f, {}))   // expect: false\tfalse\tcannot change a protected metatable
