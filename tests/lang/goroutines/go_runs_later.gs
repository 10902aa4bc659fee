// go puts the new goroutine at the end of the queue and the starter goes on.
go print("a")
go print("b")
print("main")
sched.yield()
// expect: main
// expect: a
// expect: b
