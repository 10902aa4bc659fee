a, b := make(chan), make(chan)
go func() { close(b) }()
select {
case <-a: print("a")
case v, ok := <-b: print("closed", v, ok)     // expect: closed\tnil\tfalse
}
go func() { close(a) }()
print(pcall(func() { select { case a <- 1: } }))   // expect: false\tsend on closed channel
