t := setmetatable({n: 10}, {__call: func(self, a, b, ...) { return self.n, a, b, #... }})
print(t(1, 2, 3, 4))     // expect: 10\t1\t2\t2
print(t())               // expect: 10\tnil\tnil\t0
print(pcall(t, "x"))     // expect: true\t10\tx\tnil\t0
h := {method: t}
print(h.method(5), h:method(6) == 10)   // expect: 10\ttrue
