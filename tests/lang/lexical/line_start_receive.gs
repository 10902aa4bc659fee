// <- at the start of a line begins a receive.
ch := make(chan, 2)
ch <- 1; ch <- 2
x := ch
<-ch
print(x == ch, <-ch)   // expect: true\t2
