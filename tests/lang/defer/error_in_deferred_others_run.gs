func f() {
    defer print("still runs")
    defer func() { error("E2") }()
    error("E1")
}
print(pcall(f))
// expect: still runs
// expect: false\tE2
