outer := nil
outer = coroutine.create(func() {
    inner := coroutine.create(func() {
        print(coroutine.status(outer))
        print(coroutine.resume(outer))
    })
    print(coroutine.status(outer), coroutine.status(inner))   // expect: running\tsuspended
    coroutine.resume(inner)
    // expect: normal
    // expect: false\tcannot resume running coroutine
    print(coroutine.resume(outer))           // expect: false\tcannot resume running coroutine
    print(coroutine.status(inner))           // expect: dead
})
coroutine.resume(outer)
