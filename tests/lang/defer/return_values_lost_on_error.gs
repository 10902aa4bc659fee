func f() {
    defer func() { recover() }()
    defer func() { error("E") }()
    return 1, 2
}
print(f())        // expect:
