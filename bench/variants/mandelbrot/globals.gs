// mandelbrot with all variables at top level.
// Arguments: side (1000), iteration limit (50). Prints all iterations and the points inside.

n := tonumber(arg[1]) || 1000
maxit := tonumber(arg[2]) || 50
px, py, it := 0, 0, 0
cr, ci := 0.0, 0.0
zr, zi, zr2, zi2 := 0.0, 0.0, 0.0, 0.0
total, inside := 0, 0

func mandel() {
    for py = 0; py < n; py++ {
        ci = 2.0 * py / n - 1.0
        for px = 0; px < n; px++ {
            cr = 2.0 * px / n - 1.5
            zr, zi, it = 0.0, 0.0, 0
            zr2, zi2 = 0.0, 0.0
            for it < maxit && zr2 + zi2 <= 4.0 {
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
                zr2 = zr * zr
                zi2 = zi * zi
                it++
            }
            total += it
            if it == maxit { inside++ }
        }
    }
}

mandel()
print(string.format("%d %d", total, inside))
