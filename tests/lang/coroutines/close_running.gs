co := nil
co = coroutine.create(func() {
    print(pcall(coroutine.close, co))              // expect: false\tcannot close a running coroutine
    coroutine.resume(coroutine.create(func() {
        print(pcall(coroutine.close, co))          // expect: false\tcannot close a running coroutine
    }))
})
coroutine.resume(co)
