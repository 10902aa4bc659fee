co := coroutine.create(func() {
    defer print("deferred")
    coroutine.yield()
    error("E")
})
coroutine.resume(co)
print(coroutine.resume(co))
// expect: deferred
// expect: false\tE
