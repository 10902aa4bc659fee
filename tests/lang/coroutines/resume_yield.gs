co := coroutine.create(func(a, b) {
    print("start", a, b)
    c := coroutine.yield(a + b)
    d, e := coroutine.yield(c * 2)
    return d + e, "done"
})
print(type(co), coroutine.status(co))        // expect: coroutine\tsuspended
print(coroutine.resume(co, 1, 2))            // expect: start\t1\t2
                                             // expect: true\t3
print(coroutine.resume(co, 10))              // expect: true\t20
print(coroutine.status(co))                  // expect: suspended
print(coroutine.resume(co, 3, 4))            // expect: true\t7\tdone
print(coroutine.status(co))                  // expect: dead
print(coroutine.resume(co))                  // expect: false\tcannot resume dead coroutine
