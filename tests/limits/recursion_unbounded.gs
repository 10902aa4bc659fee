// Unbounded recursion is an ordinary error; the program goes on.
func f(n) { return 1 + f(n + 1) }
print(pcall(f, 0))                       // expect: false\tstack overflow
print(pcall(f, 0))                       // expect: false\tstack overflow
func g(...) { return g(1, ...) }
print(pcall(g))                          // expect: false\tstack overflow
print("usable")                          // expect: usable
// timeout: 30
// skip with: --gc-stress
