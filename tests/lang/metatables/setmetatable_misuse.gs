print(pcall(setmetatable, 1, {}))          // expect: false\tbad argument #1 to 'setmetatable' (table expected, got number)
print(pcall(setmetatable, "s", {}))        // expect: false\tbad argument #1 to 'setmetatable' (table expected, got string)
print(pcall(setmetatable, {}, 5))          // expect: false\tbad argument #2 to 'setmetatable' (nil or table expected, got number)
print(pcall(setmetatable, io.stdout, {}))  // expect: false\tbad argument #1 to 'setmetatable' (table expected, got userdata)
