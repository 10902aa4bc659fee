print(string.gsub("1 2 3", "%d", func(d) { return d * 2 }))        // expect: 2 4 6\t3
print(string.gsub("abc", "%w", func(c) { if c == "b" { return nil } return c:upper() }))   // expect: AbC\t3
print(string.gsub("k=v", "(%w)=(%w)", func(k, v) { return v .. "=" .. k, "dropped" }))     // expect: v=k\t1
print(string.gsub("ab", "()", func(i) { return i .. ":" }))        // expect: 1:a2:b3:\t3
print(string.gsub("x", "x", func() { }))        // expect: x\t1
print(string.gsub("x", "x", func() { return false }))              // expect: x\t1
print(pcall(string.gsub, "x", "x", func() { return true }))        // expect: false\tinvalid replacement value (a boolean)
print(pcall(string.gsub, "x", "x", func() { error({code: 7}) }) == false)  // expect: true
// The callback may yield: it runs inside a coroutine.
co := coroutine.wrap(func() { return string.gsub("a-b", "%w", func(c) { return coroutine.yield(c) }) })
print(co(), co("1"), co("2"))                   // expect: a\tb\t1-2\t2
