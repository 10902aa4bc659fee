// The body of a function literal inside brackets opens statement context again.
r := (func() {
    a := 1
    b := a
    (func() { a = 5 })()
    return a, b
})
print(r())            // expect: 5\t1
t := {f: func() {
    x := t
    <-t.ch
    return type(x)
}, ch: make(chan, 1)}
t.ch <- 1
print(t.f())          // expect: table
