// Coroutines resuming new coroutines without end stop with a clear error.
func deeper(n) { return coroutine.wrap(deeper)(n + 1) }
ok, e := pcall(deeper, 1)
print(ok, e == "stack overflow" || e == "out of memory")   // expect: false\ttrue
print("usable")                          // expect: usable
// flags: --memory-limit=512M
// timeout: 60
// skip with: --gc-stress
