// ackermann with a loop in place of the call whose result is returned at once.
// Arguments: reps (10), n (9). Prints the sum of the results.

func ack(m, n) {
    for m > 0 {
        if n == 0 {
            n = 1
        } else {
            n = ack(m, n - 1)
        }
        m--
    }
    return n + 1
}

func main(reps, n) {
    s := 0
    for reps > 0 {
        s += ack(3, n)
        reps--
    }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 10, tonumber(arg[2]) || 9)
