co := coroutine.wrap(func() {
    inner := coroutine.wrap(func() {
        coroutine.yield("inner 1")
        coroutine.yield("inner 2")
    })
    coroutine.yield(inner())
    coroutine.yield("outer")
    coroutine.yield(inner())
})
print(co(), co(), co())  // expect: inner 1\touter\tinner 2
