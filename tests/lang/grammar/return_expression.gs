// return takes a list if the next token is on its line and starts an expression.
ch := make(chan, 1)
ch <- 5
func a() { return -1 }
func b() { return <-ch }
func c() { return (1), 2 }
func d() { return {1}, "s" }
func e() { return }
func f() { return; }
func g() { return !nil, #"abc", ^0 }
print(a(), b(), c())                         // expect: -1\t5\t1\t2
print(#d(), select("#", e()), select("#", f()))   // expect: 1\t0\t0
print(g())                                   // expect: true\t3\t-1
