// Storing at n+1 extends the array.
t := {}
for i := 1; i <= 5; i++ { t[i] = i * i; io.write(#t, " ") }
print()              // expect: 1 2 3 4 5\x20
t[#t + 1] = "x"
print(#t, t[6])      // expect: 6\tx
