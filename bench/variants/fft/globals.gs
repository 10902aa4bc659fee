// fft with arrays and working variables at top level.
// Arguments: log2 of the size (16), reps (10). Prints a checksum of spectra and samples.

bits := tonumber(arg[1]) || 16
reps := tonumber(arg[2]) || 10
n := 1 << bits
re, im := {}, {}
i, j, k, q, m, r := 0, 0, 0, 0, 0, 0
size, half, ang := 0, 0, 0.0
wr, wi, cr, ci := 0.0, 0.0, 0.0, 0.0
xr, xi, t, s := 0.0, 0.0, 0.0, 0.0
seed := 42

func fft(dir) {
    j = 1
    for i = 1; i < n; i++ {
        if i < j {
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
        }
        m = n >> 1
        for m >= 1 && j > m {
            j -= m
            m = m >> 1
        }
        j += m
    }
    size = 2
    for size <= n {
        half = size >> 1
        ang = dir * 2 * math.pi / size
        wr, wi = math.cos(ang), math.sin(ang)
        for i = 1; i <= n; i += size {
            cr, ci = 1.0, 0.0
            for k = i; k < i + half; k++ {
                q = k + half
                xr = re[q] * cr - im[q] * ci
                xi = re[q] * ci + im[q] * cr
                re[q] = re[k] - xr
                im[q] = im[k] - xi
                re[k] = re[k] + xr
                im[k] = im[k] + xi
                t = cr * wr - ci * wi
                ci = cr * wi + ci * wr
                cr = t
            }
        }
        size *= 2
    }
}

for i = 1; i <= n; i++ {
    seed = (seed * 3877 + 29573) % 139968
    re[i] = seed / 139968.0
    im[i] = 0.0
}
for r = 1; r <= reps; r++ {
    fft(1)
    s = s + re[2] + im[3]
    fft(-1)
    for i = 1; i <= n; i++ { re[i] = re[i] / n; im[i] = im[i] / n }
}
for i = 1; i <= n; i++ { s += re[i] }
print(string.format("%.5f", s))
