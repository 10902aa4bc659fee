co := coroutine.wrap(func() { return load("x := coroutine.yield(1) return x + 1")() })
print(co(), co(41))      // expect: 1\t42
