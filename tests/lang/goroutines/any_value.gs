ch := make(chan, 6)
t := {}
ch <- t; ch <- nil; ch <- false; ch <- ch; ch <- print; ch <- "s"
print(<-ch == t, <-ch, <-ch, <-ch == ch, <-ch == print, <-ch)   // expect: true\tnil\tfalse\ttrue\ttrue\ts
