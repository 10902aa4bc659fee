// callmany with a loop that has a condition only.
// Argument: n (50000000). Prints the final value.

func add(a, b) { return a + b }

func half(x) { return x * 0.5 }

func clamp(x, hi) {
    if x > hi { return x - hi }
    return x
}

func run(n) {
    x, i := 0.0, 0
    for i < n {
        i++
        x = clamp(add(x, half(i)), 1000000.0)
    }
    return x
}

print(string.format("%.3f", run(tonumber(arg[1]) || 50000000)))
