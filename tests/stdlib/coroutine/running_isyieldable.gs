print(coroutine.running())                      // expect: nil\ttrue
print(coroutine.isyieldable())                  // expect: false
co := nil
co = coroutine.create(func() {
    r, main := coroutine.running()
    print(r == co, main, coroutine.isyieldable())                  // expect: true\tfalse\ttrue
    pcall(func() { print((coroutine.running()) == co) })           // expect: true
})
coroutine.resume(co)
done := make(chan)
go func() { done <- coroutine.isyieldable() }()
print(<-done)                                   // expect: false
