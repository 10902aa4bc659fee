func f() {
    defer print("cleanup")
    error("E")
}
print(pcall(f))
// expect: cleanup
// expect: false\tE
