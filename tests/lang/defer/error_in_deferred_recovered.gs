func f() {
    defer func() { print("got", recover()) }()
    defer func() { error("E2") }()
    return 1
}
print(select("#", f()))
// expect: got\tE2
// expect: 0
