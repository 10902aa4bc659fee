// mandelbrot with statements and operands in another order and the innermost loop in a function of its own.
// Arguments: side (1000), iteration limit (50). Prints all iterations and the points inside.

func escape_time(cr, ci, maxit) {
    zi2, zr2 := 0.0, 0.0
    it, zi, zr := 0, 0.0, 0.0
    for 4.0 >= zi2 + zr2 && maxit > it {
        it++
        next := cr + (zr2 - zi2)
        zi = ci + 2.0 * zi * zr
        zi2 = zi * zi
        zr = next
        zr2 = zr * zr
    }
    return it
}

func mandel(n, maxit) {
    inside, total := 0, 0
    for py := 0; py < n; py++ {
        ci := py * 2.0 / n - 1.0
        for px := 0; px < n; px++ {
            it := escape_time(px * 2.0 / n - 1.5, ci, maxit)
            if maxit == it { inside++ }
            total = it + total
        }
    }
    return total, inside
}

print(string.format("%d %d", mandel(tonumber(arg[1]) || 1000, tonumber(arg[2]) || 50)))
