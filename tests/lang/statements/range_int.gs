for i := range 3 { io.write(i, " ") }
for i := range 0 { io.write("never") }
for i := range -5 { io.write("never") }
for range 2 { io.write("x ") }
for i, v := range 2 { io.write(i, tostring(v), " ") }
for i := range 2.0 { io.write(i, math.type(i), " ") }
print()                              // expect: 0 1 2 x x 0nil 1nil 0integer 1integer\x20
print(pcall(func() { for i := range 2.5 { } }))   // expect: false\tnumber has no integer representation
