// Product of square matrices held as tables of rows, with column access.
// Arguments: n (300), reps (5). Prints a sum over both diagonals of the products.

func mk(n, f) {
    m := {}
    for i := 1; i <= n; i++ {
        row := {}
        for j := 1; j <= n; j++ { row[j] = ((i * f + j * 3) % 17) * 0.5 }
        m[i] = row
    }
    return m
}

func mul(a, b, n) {
    c := {}
    for i := 1; i <= n; i++ {
        ai, ci := a[i], {}
        for j := 1; j <= n; j++ {
            s := 0.0
            for k := 1; k <= n; k++ { s += ai[k] * b[k][j] }
            ci[j] = s
        }
        c[i] = ci
    }
    return c
}

func main(n, reps) {
    a, b := mk(n, 5), mk(n, 7)
    sum := 0.0
    for r := 1; r <= reps; r++ {
        c := mul(a, b, n)
        for i := 1; i <= n; i++ { sum = sum + c[i][i] + c[i][n - i + 1] }
        a[1][1] += 1.0
    }
    print(string.format("%.2f", sum))
}

main(tonumber(arg[1]) || 300, tonumber(arg[2]) || 5)
