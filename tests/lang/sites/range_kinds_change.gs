// One loop over containers of every kind.
func walk(x) {
    s := ""
    for k, v := range x { s ..= tostring(k) .. ":" .. tostring(v) .. " " }
    return s
}
ch := make(chan, 1)
ch <- "c"
close(ch)
n := 0
print(walk({5}), walk(2), walk("a"), walk(ch), walk(func() { n++; if n < 2 { return n } }), walk(2.0), walk({a: 1}))
// expect: 1:5 \t0:nil 1:nil \t1:97 \tc:nil \t1:nil \t0:nil 1:nil \ta:1\x20
