// Longest Collatz chain below a bound: integer parity branches on values above 2^32.
// Argument: n (500000). Prints the start of the longest chain, its length and the total of all lengths.

func main(n) {
    best, start, total := 0, 0, 0
    for i := 1; i <= n; i++ {
        k, steps := i, 0
        for k != 1 {
            if k % 2 == 0 { k = k / 2 } else { k = 3 * k + 1 }
            steps++
        }
        total += steps
        if steps > best { best = steps; start = i }
    }
    print(string.format("%d %d %d", start, best, total))
}

main(tonumber(arg[1]) || 500000)
