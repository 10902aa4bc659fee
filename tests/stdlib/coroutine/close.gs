log := {}
co := coroutine.create(func() {
    defer func() { append(log, "outer:" .. tostring(recover())) }()
    func inner() { defer append(log, "inner"); coroutine.yield() }
    inner()
    append(log, "never")
})
coroutine.resume(co)
print(coroutine.close(co), coroutine.status(co), table.concat(log, " "))   // expect: true\tdead\tinner outer:nil
print(coroutine.close(co), coroutine.close(coroutine.create(print)))       // expect: true\ttrue
bad := coroutine.create(func() { defer error("while closing"); coroutine.yield() })
coroutine.resume(bad)
print(coroutine.close(bad))                     // expect: false\twhile closing
coroutine.resume(coroutine.create(func() {
    print(pcall(coroutine.close, (coroutine.running())))           // expect: false\tcannot close a running coroutine
}))
coroutine.close({})                             // expect error: bad argument #1 to 'coroutine.close' (coroutine expected, got table)
