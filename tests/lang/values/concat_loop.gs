// Appending in a loop builds the right string.
s := ""
for i := range 1000 { s = s .. i % 10 }
print(#s, s:sub(1, 12), s:sub(-3), s:byte(500))   // expect: 1000\t012345678901\t789\t57
t := ""
for i := range 100 { t = i % 10 .. t }
print(#t, t:sub(1, 5))                            // expect: 100\t98765
