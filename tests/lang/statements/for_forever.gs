n := 0
for { n++; if n == 3 { break } }
for ;; { n++; if n == 6 { break } }
print(n)     // expect: 6
