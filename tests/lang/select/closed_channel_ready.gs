ch := make(chan)
close(ch)
select { case v, ok := <-ch: print(v, ok) default: print("no") }   // expect: nil\tfalse
print(pcall(func() {
    select { case ch <- 1: print("no") default: print("no") }
}))                                                                // expect: false\tsend on closed channel
