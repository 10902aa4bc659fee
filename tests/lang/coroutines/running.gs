print(coroutine.running())                   // expect: nil\ttrue
print(coroutine.isyieldable())               // expect: false
co := nil
co = coroutine.create(func() {
    me, main := coroutine.running()
    print(me == co, main, coroutine.isyieldable())   // expect: true\tfalse\ttrue
})
coroutine.resume(co)
