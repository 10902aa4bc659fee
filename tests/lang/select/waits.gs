a, b := make(chan), make(chan)
go func() { b <- "late" }()
select {
case v := <-a: print("a", v)
case v := <-b: print("b", v)                  // expect: b\tlate
}
go func() { print("received", <-a) }()
select {
case a <- "to goroutine": print("sent")       // expect: sent
case <-b: print("no")
}
sched.yield()                                 // expect: received\tto goroutine
