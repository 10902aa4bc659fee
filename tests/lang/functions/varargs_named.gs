// A named vararg binds a table with field n; ... works too.
func f(first, rest...) { return first, rest.n, #rest, rest[1], #..., ...[2] }
print(f(1))                    // expect: 1\t0\t0\tnil\t0\tnil
print(f(1, 2, 3))              // expect: 1\t2\t2\t2\t2\t3
func g(args...) { args[1] = "changed"; return args[1], ... }
print(g("a", "b"))             // expect: changed\ta\tb
func h(args...) { return args.n, #args }
print(h(nil, nil), h(1, nil, nil))   // expect: 2\t3\t1
