// Function value, receiver and arguments are evaluated at once.
func f() {
    x := 1
    g := func(v) { print("first g", v) }
    defer g(x)
    g = func(v) { print("second g", v) }
    x = 2
    t := {n: 1, m: func(self) { print("method of", self.n) }}
    defer t:m()
    t = {n: 2}
}
f()
// expect: method of\t1
// expect: first g\t1
x := 1
go print("go", x)
x = 2
sched.yield()        // expect: go\t1
