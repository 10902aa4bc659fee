// The "minimal standard" generator of Lehmer: multiplication and modulo above 2^32.
// Argument: n (50000000). Prints the last number and a sum modulo 2^32.

func run(n) {
    x, h := 42, 0
    for i := 1; i <= n; i++ {
        x = (x * 16807) % 2147483647
        h = (h + x) % 4294967296
    }
    return x, h
}

print(string.format("%d %d", run(tonumber(arg[1]) || 50000000)))
