// matmul with operands and functions in another order and the inner product in a function of its own.
// Arguments: n (300), reps (5). Prints a sum over both diagonals of the products.

func main(reps, n) {
    b := mk(7, n)
    a := mk(5, n)
    sum := 0.0
    for r := reps; r > 0; r-- {
        sum += trace(n, mul(n, b, a))
        first := a[1]
        first[1] = 1.0 + first[1]
    }
    print(string.format("%.2f", sum))
}

func trace(n, c) {
    sum := 0.0
    for i := 1; i <= n; i++ {
        row := c[i]
        sum += row[n + 1 - i] + row[i]
    }
    return sum
}

func mul(n, b, a) {
    c := {}
    for i := 1; i <= n; i++ { c[i] = row_times(a[i], b, n) }
    return c
}

func row_times(ai, b, n) {
    ci := {}
    for j := 1; j <= n; j++ { ci[j] = inner_product(j, b, ai, n) }
    return ci
}

func inner_product(j, b, ai, n) {
    s := 0.0
    for k := 1; k <= n; k++ { s = b[k][j] * ai[k] + s }
    return s
}

func mk(f, n) {
    m := {}
    for i := 1; i <= n; i++ {
        row := {}
        for j := 1; j <= n; j++ { row[j] = 0.5 * ((3 * j + f * i) % 17) }
        m[i] = row
    }
    return m
}

main(tonumber(arg[2]) || 5, tonumber(arg[1]) || 300)
