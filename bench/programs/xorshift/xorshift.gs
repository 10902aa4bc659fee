// A 32-bit xorshift generator: shifts and exclusive or.
// Argument: n (100000000). Prints the last number and a sum of low bytes.

func run(n) {
    x, s := 2463534242, 0
    for i := 1; i <= n; i++ {
        x = (x ^ (x << 13)) & 0xffffffff
        x = x ^ (x >> 17)
        x = (x ^ (x << 5)) & 0xffffffff
        s += x & 255
    }
    return x, s
}

print(string.format("%d %d", run(tonumber(arg[1]) || 100000000)))
