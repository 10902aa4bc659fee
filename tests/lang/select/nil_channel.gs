// A channel expression that is nil is never ready.
ch := make(chan, 1)
ch <- 1
none := nil
select {
case <-none: print("no")
case none <- 1: print("no")
case v := <-ch: print("got", v)               // expect: got\t1
}
select { case <-none: print("no") default: print("default") }   // expect: default
