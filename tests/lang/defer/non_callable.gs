// The call is made at the end; a value that cannot be called raises then.
func f() {
    x := nil
    defer x()
    print("body")
}
print(pcall(f))
// expect: body
// expect: false\tattempt to call a nil value
