// spectral_norm with loops that have a condition only.
// Argument: n (700). Prints the norm.

func A(i, j) {
    ij := i + j
    return 1.0 / (ij * (ij + 1) * 0.5 + i + 1)
}

func Av(n, x, y) {
    i := 0
    for i < n {
        s, j := 0.0, 0
        for j < n {
            s += A(i, j) * x[j + 1]
            j++
        }
        i++
        y[i] = s
    }
}

func Atv(n, x, y) {
    i := 0
    for i < n {
        s, j := 0.0, 0
        for j < n {
            s += A(j, i) * x[j + 1]
            j++
        }
        i++
        y[i] = s
    }
}

func main(n) {
    u, v, t := {}, {}, {}
    i := 1
    for i <= n {
        u[i] = 1.0
        v[i] = 0.0
        t[i] = 0.0
        i++
    }
    rounds := 10
    for rounds > 0 {
        Av(n, u, t)
        Atv(n, t, v)
        Av(n, v, t)
        Atv(n, t, u)
        rounds--
    }
    vbv, vv := 0.0, 0.0
    i = 1
    for i <= n {
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
        i++
    }
    print(string.format("%.9f", math.sqrt(vbv / vv)))
}

main(tonumber(arg[1]) || 700)
