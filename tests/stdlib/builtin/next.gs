t := {10, 20, x: 1}
k, v := next(t)
print(k, v, next(t, 1), next({}))               // expect: 1\t10\t2\tnil
print(next(t, "x"), next({[false]: "f"}))       // expect: nil\tfalse\tf
n := 0
for k, v := next(t); k != nil; k, v = next(t, k) { n++ }
print(n, pcall(next, t, "missing"))             // expect: 3\tfalse\tinvalid key to 'next'
next(5)                                         // expect error: bad argument #1 to 'next' (table expected, got number)
