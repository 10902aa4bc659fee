co := coroutine.create(func() {
    defer print("still runs")
    defer func() { error("E") }()
    coroutine.yield()
})
coroutine.resume(co)
print(coroutine.close(co))
// expect: still runs
// expect: false\tE
print(coroutine.status(co), coroutine.close(co))   // expect: dead\ttrue
