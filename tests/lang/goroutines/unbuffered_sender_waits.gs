ch := make(chan)
go func() { io.write("recv:", <-ch, " ") }()
sched.yield()
ch <- 1
io.write("main ")
sched.yield()
print()           // expect: main recv:1\x20
