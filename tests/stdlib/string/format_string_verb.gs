print(string.format("%s %s %s %s", 1, 1.0, nil, true))             // expect: 1 1.0 nil true
print(string.format("[%5s|%-5s|%.2s]", "ab", "ab", "abcdef"))      // expect: [   ab|ab   |ab]
print(string.format("%.3s|%.10s", "日本語テキスト", "é"))           // expect: 日本語|é
print(string.format("%s", setmetatable({}, {__tostring: func() { return "custom" }})))     // expect: custom
print(string.format("%s", print), string.format("%s", string.len)) // expect: function: print\tfunction: string.len
print(pcall(string.format, "%s", setmetatable({}, {__tostring: func() { return 1 }})))     // expect: false\t'__tostring' must return a string
print(#string.format("%s", "a\0b"), #string.format("%s", string.rep("x", 100000)))         // expect: 3\t100000
string.format("%s")                             // expect error: bad argument #2 to 'string.format' (no value)
