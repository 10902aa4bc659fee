// matmul with matrices and working variables at top level.
// Arguments: n (300), reps (5). Prints a sum over both diagonals of the products.

n := tonumber(arg[1]) || 300
reps := tonumber(arg[2]) || 5
a, b, c := {}, {}, {}
row, ai, ci := {}, {}, {}
i, j, k, r := 0, 0, 0, 0
s, sum := 0.0, 0.0

func fill(m, f) {
    for i = 1; i <= n; i++ {
        row = {}
        for j = 1; j <= n; j++ { row[j] = ((i * f + j * 3) % 17) * 0.5 }
        m[i] = row
    }
}

func mul() {
    c = {}
    for i = 1; i <= n; i++ {
        ai, ci = a[i], {}
        for j = 1; j <= n; j++ {
            s = 0.0
            for k = 1; k <= n; k++ { s += ai[k] * b[k][j] }
            ci[j] = s
        }
        c[i] = ci
    }
}

fill(a, 5)
fill(b, 7)
for r = 1; r <= reps; r++ {
    mul()
    for i = 1; i <= n; i++ { sum = sum + c[i][i] + c[i][n - i + 1] }
    a[1][1] += 1.0
}
print(string.format("%.2f", sum))
