// The handler runs at the point of the error, before deferred calls.
func f() {
    defer print("deferred")
    error("E")
}
print(xpcall(f, func(e) { print("handler", e); return "handled" }))
// expect: handler\tE
// expect: deferred
// expect: false\thandled
