// matmul with loops that have a condition only.
// Arguments: n (300), reps (5). Prints a sum over both diagonals of the products.

func mk(n, f) {
    m, i := {}, 1
    for i <= n {
        row, j := {}, 1
        for j <= n {
            row[j] = ((i * f + j * 3) % 17) * 0.5
            j++
        }
        m[i] = row
        i++
    }
    return m
}

func mul(a, b, n) {
    c, i := {}, 1
    for i <= n {
        ai, ci := a[i], {}
        j := 1
        for j <= n {
            s, k := 0.0, 1
            for k <= n {
                s += ai[k] * b[k][j]
                k++
            }
            ci[j] = s
            j++
        }
        c[i] = ci
        i++
    }
    return c
}

func main(n, reps) {
    a, b := mk(n, 5), mk(n, 7)
    sum := 0.0
    for reps > 0 {
        c, i := mul(a, b, n), 1
        for i <= n {
            sum = sum + c[i][i] + c[i][n - i + 1]
            i++
        }
        a[1][1] += 1.0
        reps--
    }
    print(string.format("%.2f", sum))
}

main(tonumber(arg[1]) || 300, tonumber(arg[2]) || 5)
