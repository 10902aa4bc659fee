w := coroutine.wrap(func(a) {
    b := coroutine.yield(a, "first")
    return b, "last"
})
print(w(1))              // expect: 1\tfirst
print(w(2))              // expect: 2\tlast
print(pcall(w))          // expect: false\tcannot resume dead coroutine
e := coroutine.wrap(func() { error({n: 1}) })
_, v := pcall(e)
print(v.n, pcall(e))     // expect: 1\tfalse\tcannot resume dead coroutine
print(type(w))           // expect: function
