// A function with its own defers called while an error passes sees only its own errors.
func quiet() {
    defer func() { print("quiet", recover()) }()
}
func f() {
    defer func() { quiet(); print("f", recover()) }()
    error("E")
}
f()
// expect: quiet\tnil
// expect: f\tE
