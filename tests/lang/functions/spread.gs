func f(...) { return #..., ... }
print(f({1, 2}...))                     // expect: 2\t1\t2
print(f("a", {1, 2}...))                // expect: 3\ta\t1\t2
print(f({}...))                         // expect: 0
print(f({n: 3, "x"}...))                // expect: 3\tx\tnil\tnil
print(f({1, 2, n: 1}...))               // expect: 1\t1
print(f({1, 2, n: -1}...))              // expect: 2\t1\t2
print(f({1, 2, n: 2.0}...))             // expect: 2\t1\t2
print(f({1, n: "5"}...))                // expect: 1\t1
print(math.max({3, 9, 2}...))           // expect: 9
