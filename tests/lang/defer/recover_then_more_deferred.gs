// The remaining deferred calls still run after recovery.
func f() {
    defer print("last")
    defer func() { recover() }()
    defer print("before recovery")
    error("E")
}
print(select("#", f()))
// expect: before recovery
// expect: last
// expect: 0
