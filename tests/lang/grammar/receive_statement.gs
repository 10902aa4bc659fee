// A receive is a statement.
ch := make(chan, 2)
ch <- 1; ch <- 2
<-ch
print(<-ch)    // expect: 2
