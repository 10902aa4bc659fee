// A defer belongs to the function, not to the block or loop.
func f() {
    {
        defer print("last")
    }
    print("first")
}
f()
// expect: first
// expect: last
