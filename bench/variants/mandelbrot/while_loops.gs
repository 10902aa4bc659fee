// mandelbrot with loops that have a condition only.
// Arguments: side (1000), iteration limit (50). Prints all iterations and the points inside.

func mandel(n, maxit) {
    total, inside := 0, 0
    py := 0
    for py < n {
        ci := 2.0 * py / n - 1.0
        px := 0
        for px < n {
            cr := 2.0 * px / n - 1.5
            zr, zi, it := 0.0, 0.0, 0
            zr2, zi2 := 0.0, 0.0
            for {
                if it >= maxit || zr2 + zi2 > 4.0 { break }
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
                zr2 = zr * zr
                zi2 = zi * zi
                it++
            }
            total += it
            if it == maxit { inside++ }
            px++
        }
        py++
    }
    return total, inside
}

print(string.format("%d %d", mandel(tonumber(arg[1]) || 1000, tonumber(arg[2]) || 50)))
