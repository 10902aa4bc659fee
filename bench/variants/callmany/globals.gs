// callmany with its loop and its working variables at top level.
// Argument: n (50000000). Prints the final value.

n := tonumber(arg[1]) || 50000000
hi, factor := 1000000.0, 0.5
x, i := 0.0, 0

func add(a, b) { return a + b }

func half(x) { return x * factor }

func clamp(x) {
    if x > hi { return x - hi }
    return x
}

for i = 1; i <= n; i++ { x = clamp(add(x, half(i))) }
print(string.format("%.3f", x))
