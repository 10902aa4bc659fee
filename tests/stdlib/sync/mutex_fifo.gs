// First come first served.
mu := sync.mutex()
mu:lock()
for i := range 3 { go func() { mu:lock(); io.write(i, " "); mu:unlock() }() }
sched.yield()
mu:unlock()
for range 4 { sched.yield() }
print("end")                             // expect: 0 1 2 end
