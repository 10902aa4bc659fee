for i := range 3 { io.write(i, " "); i = 10; io.write(i, " ") }
print()                              // expect: 0 10 1 10 2 10\x20
fs := {}
for i := range 3 { append(fs, func() { i += 10; return i }) }
print(fs[1](), fs[1](), fs[3]())     // expect: 10\t20\t12
