mu := sync.mutex()
mu:lock()
order := {}
for i := range 5 { go func() { mu:lock(); append(order, i); sched.yield(); mu:unlock() }() }
sched.yield()
print(mu:tryLock(), #order)                     // expect: false\t0
mu:unlock()
for #order < 5 { sched.yield() }
sched.yield()
print(table.concat(order, " "), mu.tryLock(), mu:tryLock())        // expect: 0 1 2 3 4\ttrue\tfalse
mu:unlock()
print(pcall(mu.unlock, mu))                     // expect: false\tunlock of unlocked mutex
print(tostring(mu):match("^mutex: 0x") != nil, pcall(func() { mu.x = 1 }))         // expect: true\tfalse\tcannot assign to a field of a mutex object
mu:unlock()                                     // expect error: unlock of unlocked mutex
