ch := make(chan, 3)
for i := 0; i < 3; i++ { go func() { ch <- i }() }
print(<-ch, <-ch, <-ch)   // expect: 0\t1\t2
