// Closure creation (four per iteration) and calls through composed closures.
// Argument: n (2000000). Prints one total for creating, one for using.

func counter() {
    c := 0
    return func() { c++; return c }
}

func accumulator(s) {
    return func(x) { s += x; return s }
}

func compose(f, g) {
    return func(x) { return f(g(x)) }
}

func create(n) {
    total := 0
    for i := 1; i <= n; i++ {
        ctr, acc := counter(), accumulator(i)
        h := compose(func(x) { return x * 2 }, func(x) { return x + i })
        total = (total + ctr() + ctr() + acc(3) + h(i)) % 1000003
    }
    return total
}

func use(n) {
    ctr, acc := counter(), accumulator(0)
    h := compose(func(x) { return x * 2 }, func(x) { return x + ctr() })
    total := 0
    for i := 1; i <= n; i++ {
        total = (total + h(i) + acc(1)) % 1000003
    }
    return total
}

n := tonumber(arg[1]) || 2000000
print(string.format("%d %d", create(n), use(n * 5)))
