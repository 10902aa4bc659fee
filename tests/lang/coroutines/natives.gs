// Any callable can be the body.
print(coroutine.resume(coroutine.create(math.max), 1, 5, 3))     // expect: true\t5
print(coroutine.wrap(coroutine.yield)("x"))                      // expect: x
co := coroutine.create(coroutine.yield)
print(coroutine.resume(co, 1))                                   // expect: true\t1
print(coroutine.resume(co, 2, 3))                                // expect: true\t2\t3
