co := coroutine.create(func(a, b) {
    c, d := coroutine.yield(a + b, "first")
    e := coroutine.yield(c .. d)
    return e, "end"
})
print(type(co), coroutine.status(co))           // expect: coroutine\tsuspended
print(coroutine.resume(co, 1, 2))               // expect: true\t3\tfirst
print(coroutine.resume(co, "x", "y"))           // expect: true\txy
print(coroutine.resume(co, nil))                // expect: true\tnil\tend
print(coroutine.status(co), coroutine.resume(co))                  // expect: dead\tfalse\tcannot resume dead coroutine
print(pcall(coroutine.create, 5))               // expect: false\tbad argument #1 to 'coroutine.create' (function expected, got number)
coroutine.resume(5)                             // expect error: bad argument #1 to 'coroutine.resume' (coroutine expected, got number)
