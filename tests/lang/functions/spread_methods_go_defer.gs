obj := {m: func(self, a, b) { return self == obj, a, b }}
print(obj:m({1, 2}...))            // expect: true\t1\t2
func f() {
    defer print({"deferred", 1}...)
}
f()                                // expect: deferred\t1
go print({"go", 2}...)
sched.yield()                      // expect: go\t2
