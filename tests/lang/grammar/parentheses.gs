print((1 + 2) * 3, (((7))), 2 * (3 + 4) * 2)   // expect: 9\t7\t28
t := {f: func() { return 1, 2 }}
print((t).f(), (t.f)())                        // expect: 1\t1\t2
