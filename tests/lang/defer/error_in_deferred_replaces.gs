print(pcall(func() {
    defer func() { error("second") }()
    error("first")
}))                                        // expect: false\tsecond
print(pcall(func() {
    defer func() { error("from defer") }()
    return 1
}))                                        // expect: false\tfrom defer
