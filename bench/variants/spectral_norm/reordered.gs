// spectral_norm with operands and functions in another order, and the sum of one row in a function of its own.
// Argument: n (700). Prints the norm.

func main(n) {
    t, v, u := {}, {}, {}
    for i := 1; i <= n; i++ { t[i] = 0.0; v[i] = 0.0; u[i] = 1.0 }
    for i := 10; i > 0; i-- {
        AtAv(u, v, t, n)
        AtAv(v, u, t, n)
    }
    vv, vbv := 0.0, 0.0
    for i := 1; i <= n; i++ {
        vi := v[i]
        vv = vi * vi + vv
        vbv = vi * u[i] + vbv
    }
    print(string.format("%.9f", math.sqrt(vbv / vv)))
}

func AtAv(x, y, t, n) {
    for i := 1; i <= n; i++ { t[i] = row_sum(x, i, n) }
    for i := 1; i <= n; i++ { y[i] = column_sum(t, i, n) }
}

func row_sum(x, i, n) {
    s := 0.0
    for j := 1; j <= n; j++ { s = x[j] * A(i - 1, j - 1) + s }
    return s
}

func column_sum(x, j, n) {
    s := 0.0
    for i := 1; i <= n; i++ { s = x[i] * A(i - 1, j - 1) + s }
    return s
}

func A(i, j) {
    ij := j + i
    return 1.0 / (1 + i + 0.5 * ij * (1 + ij))
}

main(tonumber(arg[1]) || 700)
