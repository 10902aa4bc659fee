// Ackermann's function ack(3, n): deep, purely recursive calls.
// Arguments: reps (10), n (9). Prints the sum of the results.

func ack(m, n) {
    if m == 0 { return n + 1 }
    if n == 0 { return ack(m - 1, 1) }
    return ack(m - 1, ack(m, n - 1))
}

func main(reps, n) {
    s := 0
    for i := 1; i <= reps; i++ { s += ack(3, n) }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 10, tonumber(arg[2]) || 9)
