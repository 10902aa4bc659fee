outer := nil
print(coroutine.status(coroutine.create(print)))                   // expect: suspended
outer = coroutine.create(func() {
    print(coroutine.status(outer))              // expect: running
    inner := coroutine.create(func() { print(coroutine.status(outer)); coroutine.yield() })    // expect: normal
    coroutine.resume(inner)
    print(coroutine.status(inner))              // expect: suspended
    print(coroutine.resume(outer))              // expect: false\tcannot resume running coroutine
})
coroutine.resume(outer)
print(coroutine.status(outer))                  // expect: dead
bad := coroutine.create(error)
coroutine.resume(bad, "x")
print(coroutine.status(bad))                    // expect: dead
coroutine.status(print)                         // expect error: bad argument #1 to 'coroutine.status' (coroutine expected, got function)
