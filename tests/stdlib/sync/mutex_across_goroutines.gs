// Locked in one goroutine, unlocked in another, and held over sleeps.
mu := sync.mutex()
mu:lock()
go func() { time.sleep(0.02); mu:unlock() }()
mu:lock()
print("got it")                                 // expect: got it
mu:unlock()
total := 0
wg := sync.waitgroup()
for range 20 {
    wg:add(1)
    go func() {
        defer wg:done()
        for range 50 { mu:lock(); v := total; if v % 10 == 0 { sched.yield() }; total = v + 1; mu:unlock() }
    }()
}
wg:wait()
print(total)                                    // expect: 1000
