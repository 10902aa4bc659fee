// A raised nil is stopped too.
func f() {
    defer func() { print("recover gives", recover()) }()
    error(nil)
}
f()
print("went on")
// expect: recover gives\tnil
// expect: went on
