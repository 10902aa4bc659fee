const k = 1 + 2
const a, b = (func() { return 4, 5 })()
const t = {n: 1}
t.n = 2
print(k, a, b, t.n)          // expect: 3\t4\t5\t2
func f() { return k }
print(f())                   // expect: 3
