// recover works only in the deferred function itself.
func helper() { return recover() }
func f() {
    defer func() { print("in helper", helper()) }()
    error("E")
}
print(pcall(f))
// expect: in helper\tnil
// expect: false\tE
