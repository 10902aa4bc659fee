// After a point, after the colon of a method call and before the colon of a field, keywords are names.
t := {func: 1, true: 2, nil: 3, for: 4, chan: 5, goto: 6, in: 7}
t.default = func(self) { return "called " .. self.func }
t.return = 8
print(t.func, t.true, t.nil, t.for, t.chan, t.goto, t.in, t.return)   // expect: 1\t2\t3\t4\t5\t6\t7\t8
print(t:default(), t["true"], t[true])                                // expect: called 1\t2\tnil
print({if: 1}.if, {[true]: "bool"}.true)                              // expect: 1\tnil
