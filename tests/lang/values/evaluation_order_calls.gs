// The function value is evaluated before the arguments.
f := func() { return "old" }
print(f(func() { f = func() { return "new" } }()), f())   // expect: old\tnew
t := {m: func(self) { return "old" }}
func swap() { t.m = func(self) { return "new" } }
print(t:m(swap()))                                        // expect: old
