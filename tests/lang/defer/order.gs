// Deferred calls run last in, first out, after the return values are computed.
func f() {
    for i := range 3 { defer io.write("d", i, " ") }
    io.write("body ")
    return "result"
}
print(f())       // expect: body d2 d1 d0 result
