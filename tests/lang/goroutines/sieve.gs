func generate(ch) { for i := 2; ; i++ { ch <- i } }
func filter(src, dst, p) { for { i := <-src; if i % p != 0 { dst <- i } } }
ch := make(chan)
go generate(ch)
for range 12 {
    p := <-ch
    io.write(p, " ")
    next1 := make(chan)
    go filter(ch, next1, p)
    ch = next1
}
print()                   // expect: 2 3 5 7 11 13 17 19 23 29 31 37\x20
