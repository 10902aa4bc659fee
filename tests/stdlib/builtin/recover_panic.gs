func safe(f) {
    defer func() {
        e := recover()
        if e != nil { print("recovered", e) }
    }()
    f()
    return "normal"
}
print(safe(func() { }))                         // expect: normal
print(safe(func() { panic("oops") }))
// expect: recovered\toops
// expect: 
print(recover())                                // expect: nil
func deep() { defer func() { panic("replaced") }(); panic("first") }
print(select("#", safe(deep)))
// expect: recovered\treplaced
// expect: 0
panic("uncaught")                               // expect error: uncaught
