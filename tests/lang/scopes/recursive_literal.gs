// A function literal directly on the right sees the declared names.
f := func(n) { if n == 0 { return "done" } return f(n - 1) }
print(f(3))                    // expect: done
func g() {
    fact := func(n) { if n < 2 { return 1 } return n * fact(n - 1) }
    var even, odd = func(n) { return n == 0 || odd(n - 1) }, func(n) { return n != 0 && even(n - 1) }
    const down = func(n) { if n > 0 { return down(n - 1) } return n }
    return fact(5), even(10), odd(7), down(3)
}
print(g())                     // expect: 120\ttrue\ttrue\t0
