// A function is called without arguments until its first result is nil.
func upto(n) {
    i := 0
    return func(...) { i++; if i <= n { return i, i * i, #... } }
}
for a, b := range upto(3) { io.write(a, "/", b, " ") }
print()                              // expect: 1/1 2/4 3/9\x20
for a := range upto(2) { io.write(a, " ") }
print()                              // expect: 1 2\x20
for a, b := range func() { return nil, 1 } { print("never", a, b) }
for range func() { } { print("never") }
