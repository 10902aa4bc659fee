f := func() { return "key" }
t := {1, 2, x: 10, ["k y"]: 3, [f()]: 4, [1 + 4]: "five", 3}
print(#t, t[1], t[2], t[3], t.x, t["k y"], t.key, t[5])   // expect: 3\t1\t2\t3\t10\t3\t4\tfive
print(#{}, next({}))                                      // expect: 0\tnil
nested := {a: {b: {c: {1, 2, {3}}}}}
print(nested.a.b.c[3][1])                                 // expect: 3
