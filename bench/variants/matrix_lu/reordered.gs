// matrix_lu in smaller functions, with statements and operands in another order.
// Arguments: n (300), reps (8). Prints a sum of log determinants.

seed := 42
const log, abs = math.log, math.abs

func main(reps, n) {
    s := 0.0
    for r := reps; r > 0; r-- {
        a := mk(n)
        sign := lu(n, a)
        s = sign * log_of_diagonal(n, a) + s
    }
    print(string.format("%.6f", s))
}

func log_of_diagonal(n, a) {
    d := 0.0
    for i := 1; i <= n; i++ { d = log(abs(a[i][i])) + d }
    return d
}

func lu(n, a) {
    sign := 1
    for k := 1; k <= n; k++ {
        p := pivot(n, k, a)
        if p > k {
            sign = -sign
            a[k], a[p] = a[p], a[k]
        }
        rk := a[k]
        inv := 1.0 / rk[k]
        for i := k + 1; i <= n; i++ { eliminate(a[i], rk, inv, k, n) }
    }
    return sign
}

func pivot(n, k, a) {
    best, p := abs(a[k][k]), k
    for i := k + 1; i <= n; i++ {
        v := abs(a[i][k])
        if best < v { p = i; best = v }
    }
    return p
}

func eliminate(ri, rk, inv, k, n) {
    f := inv * ri[k]
    for j := k + 1; j <= n; j++ { ri[j] -= rk[j] * f }
    ri[k] = f
}

func mk(n) {
    m := {}
    for i := 1; i <= n; i++ {
        row := {}
        m[i] = row
        for j := 1; j <= n; j++ { row[j] = random() - 0.5 }
    }
    return m
}

func random() {
    seed = (29573 + 3877 * seed) % 139968
    return seed / 139968.0
}

main(tonumber(arg[2]) || 8, tonumber(arg[1]) || 300)
