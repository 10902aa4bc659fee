// Variable arguments packed into a table and spread again.
// Argument: n (200000). Prints a checksum of the sums.

func sum(...) {
    s := 0
    for i := 1; i <= #...; i++ { s += ...[i] }
    return s
}

func pack(...) {
    t := {...}
    return t
}

func main(n) {
    s := 0
    for i := 1; i <= n; i++ {
        t := pack(i, 2, 3, i % 5)
        s = (s + sum(t...) + #t) % 1000003
    }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 200000)
