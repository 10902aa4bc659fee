func f() {
    defer func() { print("outer", recover()) }()
    defer func() { print("inner", recover(), recover()) }()
    error("E")
}
f()
// expect: inner\tE\tnil
// expect: outer\tnil
