ch := make(chan, 2)
ch <- 1; ch <- nil
print(len(ch), cap(ch))     // expect: 2\t2
go func() { ch <- 3; io.write("third sent ") }()
sched.yield()
print(<-ch, len(ch))        // expect: 1\t2
sched.yield()
print(<-ch, <-ch, len(ch))  // expect: third sent nil\t3\t0
