// Takeuchi's function: recursion with three arguments.
// Argument: reps (50). Prints the sum of the results.

func tak(x, y, z) {
    if y >= x { return z }
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
}

func main(n) {
    s := 0
    for i := 1; i <= n; i++ { s += tak(24, 16, 8 - i % 2) }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 50)
