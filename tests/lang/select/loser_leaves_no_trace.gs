// A case that lost neither receives nor sends later.
a, b := make(chan), make(chan)
go func() { select { case v := <-a: print("a", v) case v := <-b: print("b", v) } }()
sched.yield()
a <- 1
sched.yield()                                  // expect: a\t1
select { case b <- 2: print("no") default: print("nobody on b") }   // expect: nobody on b
