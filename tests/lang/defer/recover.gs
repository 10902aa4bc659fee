func safe(f) {
    defer func() {
        if r := recover(); r != nil { print("recovered", r) }
    }()
    f()
    return "finished"
}
print(select("#", safe(func() { panic("bad") })))
// expect: recovered\tbad
// expect: 0
print(safe(func() { }))        // expect: finished
print(recover())               // expect: nil
