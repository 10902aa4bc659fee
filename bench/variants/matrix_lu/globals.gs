// matrix_lu with the matrix and all working variables at top level.
// Arguments: n (300), reps (8). Prints a sum of log determinants.

n := tonumber(arg[1]) || 300
reps := tonumber(arg[2]) || 8
seed := 42
a, row, rk, ri := {}, {}, {}, {}
i, j, k, p, r := 0, 0, 0, 0, 0
v, best, inv, f := 0.0, 0.0, 0.0, 0.0
sign, d, s := 1, 0.0, 0.0

func mk() {
    a = {}
    for i = 1; i <= n; i++ {
        row = {}
        for j = 1; j <= n; j++ {
            seed = (seed * 3877 + 29573) % 139968
            row[j] = seed / 139968.0 - 0.5
        }
        a[i] = row
    }
}

func lu() {
    sign = 1
    for k = 1; k <= n; k++ {
        p, best = k, math.abs(a[k][k])
        for i = k + 1; i <= n; i++ {
            v = math.abs(a[i][k])
            if v > best { best = v; p = i }
        }
        if p != k {
            row = a[p]
            a[p] = a[k]
            a[k] = row
            sign = -sign
        }
        rk = a[k]
        inv = 1.0 / rk[k]
        for i = k + 1; i <= n; i++ {
            ri = a[i]
            f = ri[k] * inv
            ri[k] = f
            for j = k + 1; j <= n; j++ { ri[j] = ri[j] - f * rk[j] }
        }
    }
}

for r = 1; r <= reps; r++ {
    mk()
    lu()
    d = 0.0
    for i = 1; i <= n; i++ { d += math.log(math.abs(a[i][i])) }
    s += d * sign
}
print(string.format("%.6f", s))
