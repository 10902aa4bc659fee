// Variable arguments: counting, indexing and forwarding them.
// Argument: n (3000000). Prints a checksum of the sums.

func sum(...) {
    s := 0
    for i := 1; i <= #...; i++ { s += ...[i] }
    return s
}

func rest(a, ...) { return ... }

func main(n) {
    s := 0
    for i := 1; i <= n; i++ {
        s = (s + sum(i, 2, 3, i % 5) + sum(rest(i, i % 7, 4))) % 1000003
    }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 3000000)
