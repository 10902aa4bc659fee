s := "hello"
print(s:len(), string.len(""), string.len("é"))                        // expect: 5\t0\t2
print(s:sub(2, 3), s:sub(-3), s:sub(2), s:sub(0), s:sub(-100, 2))       // expect: el\tllo\tello\thello\the
print(s:sub(4, 2), s:sub(6), s:sub(3, 100), s:sub(-2, -1), s:sub(1, -2))   // expect: \t\tllo\tlo\thell
print(s:sub(math.mininteger, math.maxinteger), s:sub(5, 5), s:sub(1, 0))   // expect: hello\to\t
print(pcall(string.sub, "x"))   // expect: false\tbad argument #2 to 'string.sub' (number expected, got nil)
