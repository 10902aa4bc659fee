go io.write("a ")
go io.write("b ")
print(select("#", sched.yield()))        // expect: a b 0
coroutine.wrap(func() { go io.write("c "); sched.yield(); print("in coroutine") })()   // expect: c in coroutine
