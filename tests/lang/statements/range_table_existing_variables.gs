// k and v are fresh variables; assigning them does not affect the iteration.
k, v := "outer k", "outer v"
for k, v := range {1, 2, 3} {
    k = 100
    v = nil
    io.write(k, " ")
}
print(k, v)                          // expect: 100 100 100 outer k\touter v
fs := {}
for k, v := range {"a", "b"} { append(fs, func() { return k .. v }) }
print(fs[1](), fs[2]())              // expect: 1a\t2b
