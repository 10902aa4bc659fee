wg := sync.waitgroup()
wg:wait()
wg:add(); wg:add(2); wg:done(); wg:done()
woke := 0
for range 3 { go func() { wg:wait(); woke++ }() }
sched.yield()
print(woke)                                     // expect: 0
wg.done()
sched.yield()
print(woke, tostring(wg):match("^waitgroup: 0x") != nil)           // expect: 3\ttrue
print(pcall(wg.done))                           // expect: false\tnegative waitgroup counter
print(pcall(wg.add, -1))                        // expect: false\tnegative waitgroup counter
print(pcall(wg.add, "x"))                       // expect: false\tbad argument #1 to 'waitgroup:add' (number expected, got string)
print(pcall(func() { wg.n = 1 }))               // expect: false\tcannot assign to a field of a waitgroup object
wg:done()                                       // expect error: negative waitgroup counter
