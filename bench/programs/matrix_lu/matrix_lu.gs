// LU decomposition with partial pivoting: row updates and row swaps.
// Arguments: n (300), reps (8). Prints a sum of log determinants.

const abs, log = math.abs, math.log
seed := 42

func mk(n) {
    m := {}
    for i := 1; i <= n; i++ {
        row := {}
        for j := 1; j <= n; j++ {
            seed = (seed * 3877 + 29573) % 139968
            row[j] = seed / 139968.0 - 0.5
        }
        m[i] = row
    }
    return m
}

func lu(a, n) {
    sign := 1
    for k := 1; k <= n; k++ {
        p, best := k, abs(a[k][k])
        for i := k + 1; i <= n; i++ {
            v := abs(a[i][k])
            if v > best { best = v; p = i }
        }
        if p != k {
            t := a[p]
            a[p] = a[k]
            a[k] = t
            sign = -sign
        }
        rk := a[k]
        inv := 1.0 / rk[k]
        for i := k + 1; i <= n; i++ {
            ri := a[i]
            f := ri[k] * inv
            ri[k] = f
            for j := k + 1; j <= n; j++ { ri[j] = ri[j] - f * rk[j] }
        }
    }
    return sign
}

func main(n, reps) {
    s := 0.0
    for r := 1; r <= reps; r++ {
        a := mk(n)
        sign := lu(a, n)
        d := 0.0
        for i := 1; i <= n; i++ { d += log(abs(a[i][i])) }
        s += d * sign
    }
    print(string.format("%.6f", s))
}

main(tonumber(arg[1]) || 300, tonumber(arg[2]) || 8)
