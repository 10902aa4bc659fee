func f(...) { return ... }
print(f())                       // expect:
print(f(1, nil, nil))            // expect: 1\tnil\tnil
print(select("#", f(nil, nil)))  // expect: 2
func g(a, ...) { return a, ... }
print(g(1, 2, 3))                // expect: 1\t2\t3
print(g())                       // expect: nil
func h(...) { return ..., "end" }
print(h(1, 2))                   // expect: 1\tend
