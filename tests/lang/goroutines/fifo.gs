// Runnable goroutines take turns, first in, first out.
for i := range 3 {
    go func() {
        for j := range 2 { io.write(i, j, " "); sched.yield() }
    }()
}
for range 4 { sched.yield() }
print()           // expect: 00 10 20 01 11 21\x20
