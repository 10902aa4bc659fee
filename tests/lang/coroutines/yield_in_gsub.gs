co := coroutine.wrap(func() { return string.gsub("abc", "%w", func(c) { return coroutine.yield(c) }) })
print(co(), co("X"), co("Y"), co("Z"))   // expect: a\tb\tc\tXYZ\t3
