// When a receive frees a slot the first waiting sender's value moves into it.
ch := make(chan, 1)
ch <- "first"
go func() { ch <- "second" }()
go func() { ch <- "third" }()
sched.yield()
print(<-ch, len(ch))      // expect: first\t1
print(<-ch, len(ch))      // expect: second\t1
print(<-ch, len(ch))      // expect: third\t0
