for i := 0; i < 10; i++ { if i == 2 { i = 8 } io.write(i, " ") }
print()      // expect: 0 1 8 9\x20
for i := 10; i > 0; i -= 3 { io.write(i, " ") }
print()      // expect: 10 7 4 1\x20
