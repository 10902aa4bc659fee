ch := make(chan, 3)
ch <- 1; ch <- 2
close(ch)
print(len(ch), <-ch, <-ch, <-ch)     // expect: 2\t1\t2\tnil
