func f() {
    var a
    var b, c
    var d, e = 1
    var g, h = 1, 2, 3
    return a, b, c, d, e, g, h
}
print(f())                     // expect: nil\tnil\tnil\t1\tnil\t1\t2
var t
print(t)                       // expect: nil
var ch = make(chan, 1)
ch <- 5
var v, ok = <-ch
print(v, ok)                   // expect: 5\ttrue
