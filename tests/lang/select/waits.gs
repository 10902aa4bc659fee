a, b := make(chan), make(chan)
go func() { b <- "late" }()
select {
case v := <-a: print("a", v)
case v := <-b: print("b", v)                  // expect: b\tlate
}
go func() { print("received", <-a) }()
select {
case a <- "to goroutine": print("sent")
case <-b: print("no")
}
// expect: received\tto goroutine
// expect: sent
