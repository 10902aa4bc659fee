// Deferred calls of a coroutine that is never finished do not run.
for range 1000 {
    co := coroutine.wrap(func() { defer print("never"); coroutine.yield() })
    co()
}
collectgarbage()
print("end")             // expect: end
