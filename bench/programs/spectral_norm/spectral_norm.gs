// Spectral norm of an infinite matrix: float division in a small helper, and arrays.
// Argument: n (700). Prints the norm.

func A(i, j) {
    ij := i + j
    return 1.0 / (ij * (ij + 1) * 0.5 + i + 1)
}

func Av(n, x, y) {
    for i := 0; i < n; i++ {
        s := 0.0
        for j := 0; j < n; j++ { s += A(i, j) * x[j + 1] }
        y[i + 1] = s
    }
}

func Atv(n, x, y) {
    for i := 0; i < n; i++ {
        s := 0.0
        for j := 0; j < n; j++ { s += A(j, i) * x[j + 1] }
        y[i + 1] = s
    }
}

func main(n) {
    u, v, t := {}, {}, {}
    for i := 1; i <= n; i++ { u[i] = 1.0; v[i] = 0.0; t[i] = 0.0 }
    for i := 1; i <= 10; i++ {
        Av(n, u, t)
        Atv(n, t, v)
        Av(n, v, t)
        Atv(n, t, u)
    }
    vbv, vv := 0.0, 0.0
    for i := 1; i <= n; i++ {
        vbv += u[i] * v[i]
        vv += v[i] * v[i]
    }
    print(string.format("%.9f", math.sqrt(vbv / vv)))
}

main(tonumber(arg[1]) || 700)
