ch := make(chan)
go func() { io.write("send "); ch <- "v"; io.write("sent ") }()
io.write("wait ")
v := <-ch
io.write(v, " ")
sched.yield()
print()           // expect: wait send sent v\x20
