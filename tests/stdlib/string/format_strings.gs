print(string.format("%s %s %s", 1, nil, true), string.format("%s", 1.0))   // expect: 1 nil true\t1.0
print(string.format("[%5s|%-5s|%.2s|%6.3s]", "ab", "ab", "abcd", "abcdef"))   // expect: [   ab|ab   |ab|   abc]
print(string.format("%.2s|%.1s", "éñx", "中国"))                  // expect: éñ|中
print(string.format("%s", setmetatable({}, {__tostring: func() { return "obj" }})))   // expect: obj
print(string.format("%%|%c%c%c", 72, 0x4e2d, 0x1F600))            // expect: %|H中😀
print(string.format("no verbs"), string.format(""))               // expect: no verbs\t
