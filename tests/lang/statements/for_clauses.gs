for i := 0; i < 3; i++ { io.write(i, " ") }
for i, j := 0, 3; i < j; i, j = i + 1, j - 1 { io.write(i, j, " ") }
i := 10
for ; i < 12; i++ { io.write(i, " ") }
for i = 5; i > 3; { i--; io.write(i, " ") }
for ; i < 5; { i++ }
print(i)     // expect: 0 1 2 03 12 10 11 4 3 5
