f := coroutine.wrap(func(a) {
    b := coroutine.yield(a * 2)
    error({code: b})
})
print(f(21))                                    // expect: 42
ok, e := pcall(f, 7)
print(ok, type(e), e.code)                      // expect: false\ttable\t7
print(pcall(f))                                 // expect: false\tcannot resume dead coroutine
g := coroutine.wrap(func() { return 1, 2 })
print(g())                                      // expect: 1\t2
print(pcall(coroutine.wrap, nil))               // expect: false\tbad argument #1 to 'coroutine.wrap' (function expected, got nil)
g()                                             // expect error: cannot resume dead coroutine
