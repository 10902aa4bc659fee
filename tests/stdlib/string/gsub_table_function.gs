print(string.gsub("hello", "l", {l: "L"}))                          // expect: heLLo\t2
print(string.gsub("a b c", "%w", {a: 1, b: false}))                 // expect: 1 b c\t3
print(string.gsub("abc", "%w", func(c) { if c == "b" { return false } return c:upper() }))   // expect: AbC\t3
print(string.gsub("k=v", "(%w)=(%w)", func(k, v) { return v .. "=" .. k }))   // expect: v=k\t1
print(string.gsub("abc", "%w", func() { }))                         // expect: abc\t3
print(string.gsub("abc", "%w", func(c) { return 1.5 }))             // expect: 1.51.51.5\t3
print(string.gsub("x y", "()(%w)", setmetatable({}, {__index: func(t, k) { return k }})))   // expect: 1 3\t2
