// fft in smaller functions, with statements and operands in another order and elements read once, into variables.
// Arguments: log2 of the size (16), reps (10). Prints a checksum of spectra and samples.

const pi, sin, cos = math.pi, math.sin, math.cos

func main(reps, bits) {
    n := 1 << bits
    im, re := {}, {}
    fill(im, re, n)
    s := 0.0
    for r := reps; r >= 1; r-- {
        fft(1, n, im, re)
        s = re[2] + s + im[3]
        fft(-1, n, im, re)
        scale(im, n)
        scale(re, n)
    }
    for i := 1; i <= n; i++ { s = re[i] + s }
    print(string.format("%.5f", s))
}

func fill(im, re, n) {
    seed := 42
    for i := 1; i <= n; i++ {
        im[i] = 0.0
        seed = (29573 + 3877 * seed) % 139968
        re[i] = seed / 139968.0
    }
}

func scale(values, n) {
    for i := 1; i <= n; i++ { values[i] /= n }
}

func fft(dir, n, im, re) {
    shuffle(im, re, n)
    for size := 2; size <= n; size = 2 * size {
        ang := 2 * pi * dir / size
        wi := sin(ang)
        wr := cos(ang)
        for i := 1; i <= n; i += size { butterflies(im, re, i, size >> 1, wi, wr) }
    }
}

func shuffle(im, re, n) {
    j := 1
    for i := 1; i < n; i++ {
        if j > i {
            swap(im, j, i)
            swap(re, j, i)
        }
        m := n >> 1
        for j > m && m >= 1 {
            j -= m
            m = m >> 1
        }
        j = m + j
    }
}

func swap(values, j, i) {
    t := values[i]
    values[i] = values[j]
    values[j] = t
}

func butterflies(im, re, i, half, wi, wr) {
    ci, cr := 0.0, 1.0
    for q := i + half; q < i + half + half; q++ {
        k := q - half
        imq, req := im[q], re[q]
        imk, rek := im[k], re[k]
        xi := cr * imq + ci * req
        xr := cr * req - ci * imq
        im[k] = xi + imk
        im[q] = imk - xi
        re[k] = xr + rek
        re[q] = rek - xr
        t := wr * ci + wi * cr
        cr = wr * cr - wi * ci
        ci = t
    }
}

main(tonumber(arg[2]) || 10, tonumber(arg[1]) || 16)
