// ackermann with its working variables, the result of the inner call included, at top level.
// Arguments: reps (10), n (9). Prints the sum of the results.

reps := tonumber(arg[1]) || 10
n := tonumber(arg[2]) || 9
height := 3
inner, sum, i := 0, 0, 0

func ack(m, n) {
    if m == 0 { return n + 1 }
    if n == 0 { return ack(m - 1, 1) }
    inner = ack(m, n - 1)
    return ack(m - 1, inner)
}

for i = 1; i <= reps; i++ { sum += ack(height, n) }
print(string.format("%d", sum))
