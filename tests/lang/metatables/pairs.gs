t := setmetatable({"raw"}, {__pairs: func(t) {
    i := 0
    return func() { i++; if i <= 2 { return i, i * 10 } }, "dropped"
}})
for k, v := range t { io.write(k, "=", v, " ") }
for k, v := range pairs(t) { io.write(k, "=", v, " ") }
print()                                     // expect: 1=10 2=20 1=10 2=20\x20
print(next(t))                              // expect: 1\traw
