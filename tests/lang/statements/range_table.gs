for k, v := range {10, 20, a: 1, b: 2} { io.write(k, "=", v, " ") }
print()                              // expect: 1=10 2=20 a=1 b=2\x20
for k := range {5, x: 6} { io.write(k, " ") }
print()                              // expect: 1 x\x20
n := 0
for range {1, 2, 3, y: 1} { n++ }
print(n)                             // expect: 4
for k, v := range {} { print("never", k, v) }
