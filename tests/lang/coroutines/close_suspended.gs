co := coroutine.create(func() {
    defer print("outer deferred", recover())
    func f() {
        defer func() { print("inner deferred", recover()) }()
        coroutine.yield()
        print("never")
    }
    f()
})
coroutine.resume(co)
print(coroutine.close(co), coroutine.status(co))
// expect: inner deferred\tnil
// expect: outer deferred\tnil
// expect: true\tdead
print(coroutine.close(co))       // expect: true
print(coroutine.resume(co))      // expect: false\tcannot resume dead coroutine
