// A running goroutine yields at the end of its time slice.
stop := false
go func() { stop = true }()
for !stop { }
print("preempted")        // expect: preempted
