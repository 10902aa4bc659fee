co := coroutine.wrap(func() {
    func f() {
        defer func() { coroutine.yield("from defer") }()
        return "result"
    }
    return f()
})
print(co())              // expect: from defer
print(co())              // expect: result
