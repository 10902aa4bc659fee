// callmany with operands exchanged, the test inverted and the body of the loop in a function of its own.
// Argument: n (50000000). Prints the final value.

func run(n) {
    x := 0.0
    for i := 1; n >= i; i++ { x = step(i, x) }
    return x
}

func step(i, x) {
    increment := half(i)
    sum := add(increment, x)
    return clamp(1000000.0, sum)
}

func clamp(hi, x) {
    if x <= hi { return x }
    return x - hi
}

func half(x) { return 0.5 * x }

func add(a, b) { return b + a }

print(string.format("%.3f", run(tonumber(arg[1]) || 50000000)))
