// Sieve of Eratosthenes: growth of a boolean array and strided stores.
// Arguments: n (5000000), reps (4). Prints the number of primes found in all repetitions.

func sieve(n) {
    flags := {}
    for i := 1; i <= n; i++ { flags[i] = true }
    count := 0
    for i := 2; i <= n; i++ {
        if flags[i] {
            count++
            for k := i * i; k <= n; k += i { flags[k] = false }
        }
    }
    return count
}

func main(n, reps) {
    s := 0
    for r := 1; r <= reps; r++ { s += sieve(n) }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 5000000, tonumber(arg[2]) || 4)
