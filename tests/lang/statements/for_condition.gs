n := 1
for n < 100 { n *= 2 }
print(n)     // expect: 128
for false { print("never") }
for n > 120 && n != 121 { n-- }
print(n)     // expect: 121
