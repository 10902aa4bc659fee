// An error caught inside a deferred call leaves the passing error alone.
func f() {
    defer func() { print("inner", pcall(error, "other")) }()
    error("E")
}
print(pcall(f))
// expect: inner\tfalse\tother
// expect: false\tE
