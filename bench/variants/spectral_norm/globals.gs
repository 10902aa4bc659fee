// spectral_norm with vectors and working variables at top level.
// Argument: n (700). Prints the norm.

n := tonumber(arg[1]) || 700
u, v, t := {}, {}, {}
i, j, s, round := 0, 0, 0.0, 0
vbv, vv := 0.0, 0.0

func A(row, column) { return 1.0 / ((row + column) * (row + column + 1) * 0.5 + row + 1) }

func Av(x, y) {
    for i = 0; i < n; i++ {
        s = 0.0
        for j = 0; j < n; j++ { s += A(i, j) * x[j + 1] }
        y[i + 1] = s
    }
}

func Atv(x, y) {
    for i = 0; i < n; i++ {
        s = 0.0
        for j = 0; j < n; j++ { s += A(j, i) * x[j + 1] }
        y[i + 1] = s
    }
}

for i = 1; i <= n; i++ { u[i] = 1.0; v[i] = 0.0; t[i] = 0.0 }
for round = 1; round <= 10; round++ {
    Av(u, t)
    Atv(t, v)
    Av(v, t)
    Atv(t, u)
}
for i = 1; i <= n; i++ {
    vbv += u[i] * v[i]
    vv += v[i] * v[i]
}
print(string.format("%.9f", math.sqrt(vbv / vv)))
