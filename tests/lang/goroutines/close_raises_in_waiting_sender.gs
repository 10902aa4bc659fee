ch := make(chan)
go func() { print(pcall(func() { ch <- 1 })) }()
sched.yield()
close(ch)
sched.yield()                        // expect: false\tsend on closed channel
