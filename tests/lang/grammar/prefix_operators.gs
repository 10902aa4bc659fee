// ! # <- bind tighter than **.
t := {1, 2, 3}
print(#t ** 2, #"abc" + 1, !#t, !!t, !t == false)   // expect: 9\t4\tfalse\ttrue\ttrue
print(!-1, !^0, #"a" .. #"bc")                      // expect: false\tfalse\t12
ch := make(chan, 4)
ch <- 2; ch <- 3; ch <- "abc"; ch <- nil
print(<-ch + 1, <-ch ** 2, #<-ch, !<-ch)            // expect: 3\t9\t3\ttrue
