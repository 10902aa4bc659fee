func stage(src, f) {
    out := make(chan)
    go func() {
        for v := range src { out <- f(v) }
        close(out)
    }()
    return out
}
src := make(chan)
go func() { for i := range 5 { src <- i } close(src) }()
s := stage(stage(src, func(v) { return v + 1 }), func(v) { return v * 10 })
for v := range s { io.write(v, " ") }
print()                   // expect: 10 20 30 40 50\x20
