// Primes by trial division: integer modulo.
// Argument: n (1000000). Prints the number of primes and their sum.

func isPrime(k) {
    if k < 4 { return k >= 2 }
    if k % 2 == 0 { return false }
    d := 3
    for d * d <= k {
        if k % d == 0 { return false }
        d += 2
    }
    return true
}

func main(n) {
    s, c := 0, 0
    for i := 1; i <= n; i++ {
        if isPrime(i) { s += i; c++ }
    }
    print(string.format("%d %d", c, s))
}

main(tonumber(arg[1]) || 1000000)
