f := func(x) { print("old", x) }
x := 1
go f(x)
f = func(x) { print("new", x) }
x = 2
sched.yield()             // expect: old\t1
