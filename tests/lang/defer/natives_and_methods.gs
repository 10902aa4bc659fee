func f() {
    t := {}
    defer print("native", 1, 2)
    obj := {m: func(self, x) { print("method", x) }}
    defer obj:m("arg")
    defer func(a) { print("literal", a) }("x")
}
f()
// expect: literal\tx
// expect: method\targ
// expect: native\t1\t2
