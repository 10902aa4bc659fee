mu := sync.mutex()
n, inside, worst := 0, 0, 0
wg := sync.waitgroup()
wg:add(4)
for range 4 {
    go func() {
        defer wg:done()
        for range 3 {
            mu:lock()
            inside++
            worst = max(worst, inside)
            sched.yield()
            n++
            inside--
            mu:unlock()
        }
    }()
}
wg:wait()
print(n, worst)                          // expect: 12\t1
print(mu:tryLock(), mu:tryLock(), mu:unlock(), mu:tryLock())   // expect: true\tfalse\tnil\ttrue
mu:unlock()
print(pcall(mu.unlock))                  // expect: false\tunlock of unlocked mutex
