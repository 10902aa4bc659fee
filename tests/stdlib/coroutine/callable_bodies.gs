callable := setmetatable({n: 5}, {__call: func(self, x) { return self.n + x, coroutine.isyieldable() }})
print(coroutine.resume(coroutine.create(callable), 3))             // expect: true\t8\ttrue
print(coroutine.resume(coroutine.create(string.upper), "abc"))     // expect: true\tABC
print(coroutine.wrap(coroutine.yield)("through"))                  // expect: through
f := coroutine.wrap(pcall)
print(f(coroutine.yield, 1))                    // expect: 1
print(f("back"))                                // expect: true\tback
coroutine.create()                              // expect error: bad argument #1 to 'coroutine.create' (function expected, got nil)
