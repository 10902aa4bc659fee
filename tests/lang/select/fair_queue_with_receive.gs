// A waiting select takes its place in the channel's queue.
ch := make(chan)
go func() { select { case v := <-ch: print("select", v) } }()
go func() { print("receive", <-ch) }()
sched.yield()
ch <- 1; ch <- 2
sched.yield()
// expect: select\t1
// expect: receive\t2
