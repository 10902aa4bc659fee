ch := make(chan)
for i := range 2 { go func() { v, ok := <-ch; print(i, v, ok) }() }
sched.yield()
close(ch)
sched.yield()
// expect: 0\tnil\tfalse
// expect: 1\tnil\tfalse
print(<-ch)                 // expect: nil
