order := {}
for i := range 3 { go func() { for r := range 3 { append(order, i .. "" .. r); sched.yield() } }() }
for range 4 { sched.yield() }
print(table.concat(order, " "))                 // expect: 00 10 20 01 11 21 02 12 22
print(select("#", sched.yield()), select("#", sched.yield(1, 2)))  // expect: 0\t0
coroutine.wrap(func() { sched.yield(); print("in a coroutine") })()        // expect: in a coroutine
