wg := sync.waitgroup()
wg:wait()
sum := 0
for i := range 5 {
    wg:add(1)
    go func() { defer wg:done(); sched.yield(); sum += i }()
}
wg:wait()
print(sum)                               // expect: 10
wg.add(3)
for range 3 { go wg.done() }
wg.wait()
print(pcall(func() { wg:done() }))       // expect: false\tnegative waitgroup counter
print(pcall(wg.add, -1))                 // expect: false\tnegative waitgroup counter
