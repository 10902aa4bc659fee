// ackermann with its cases in another order, the common one first and in a function of its own.
// Arguments: reps (10), n (9). Prints the sum of the results.

func main(n, reps) {
    s := 0
    for i := reps; i >= 1; i-- { s = ack(n, 3) + s }
    print(string.format("%d", s))
}

func descend(n, m) {
    before := ack(n - 1, m)
    return ack(before, m - 1)
}

func ack(n, m) {
    if m != 0 {
        if n != 0 { return descend(n, m) }
        return ack(1, m - 1)
    }
    return 1 + n
}

main(tonumber(arg[2]) || 9, tonumber(arg[1]) || 10)
