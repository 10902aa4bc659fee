go func() { return 1, 2 }()
obj := {m: func(self, x) { print(self == obj, x) }}
go obj:m("method")
sched.yield()     // expect: true\tmethod
