print(("x"):rep(3), ("Hi"):lower():upper(), #("abc"):sub(2))   // expect: xxx\tHI\t2
s := "hello"
print(s:len(), s:sub(2, 3), s:find("l"))                       // expect: 5\tel\t3\t3
string.shout = func(s, n) { return s:upper() .. ("!"):rep(n) }
print(("hey"):shout(2))                                        // expect: HEY!!
string = nil
print(("still"):upper())                                       // expect: STILL
