// Waiting receivers and senders are served first in, first out.
ch := make(chan)
for i := range 3 { go func() { v := <-ch; io.write(i, "got", v, " ") }() }
sched.yield()
for v := range 3 { ch <- v }
sched.yield()
print()           // expect: 0got0 1got1 2got2\x20
for i := range 3 { go func() { ch <- i }() }
sched.yield()
print(<-ch, <-ch, <-ch)   // expect: 0\t1\t2
