// All placements of n queens: recursion over boolean arrays.
// Argument: n (11). Prints the number of solutions.

cols, d1, d2 := {}, {}, {}

func place(row, n) {
    if row > n { return 1 }
    count := 0
    for c := 1; c <= n; c++ {
        if !cols[c] && !d1[row + c] && !d2[row - c + n] {
            cols[c] = true; d1[row + c] = true; d2[row - c + n] = true
            count += place(row + 1, n)
            cols[c] = false; d1[row + c] = false; d2[row - c + n] = false
        }
    }
    return count
}

func main(n) {
    for i := 1; i <= 2 * n; i++ { cols[i] = false; d1[i] = false; d2[i] = false }
    print(string.format("%d", place(1, n)))
}

main(tonumber(arg[1]) || 11)
