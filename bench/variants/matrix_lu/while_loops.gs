// matrix_lu with loops that have a condition only.
// Arguments: n (300), reps (8). Prints a sum of log determinants.

const abs, log = math.abs, math.log
seed := 42

func mk(n) {
    m, i := {}, 1
    for i <= n {
        row, j := {}, 1
        for j <= n {
            seed = (seed * 3877 + 29573) % 139968
            row[j] = seed / 139968.0 - 0.5
            j++
        }
        m[i] = row
        i++
    }
    return m
}

func lu(a, n) {
    sign, k := 1, 1
    for k <= n {
        p, best := k, abs(a[k][k])
        i := k + 1
        for i <= n {
            v := abs(a[i][k])
            if v > best { best = v; p = i }
            i++
        }
        if p != k {
            t := a[p]
            a[p] = a[k]
            a[k] = t
            sign = -sign
        }
        rk := a[k]
        inv := 1.0 / rk[k]
        i = k + 1
        for i <= n {
            ri := a[i]
            f := ri[k] * inv
            ri[k] = f
            j := k + 1
            for j <= n {
                ri[j] = ri[j] - f * rk[j]
                j++
            }
            i++
        }
        k++
    }
    return sign
}

func main(n, reps) {
    s := 0.0
    for reps > 0 {
        a := mk(n)
        sign := lu(a, n)
        d, i := 0.0, 1
        for i <= n {
            d += log(abs(a[i][i]))
            i++
        }
        s += d * sign
        reps--
    }
    print(string.format("%.6f", s))
}

main(tonumber(arg[1]) || 300, tonumber(arg[2]) || 8)
