// fft with loops that have a condition only.
// Arguments: log2 of the size (16), reps (10). Prints a checksum of spectra and samples.

const cos, sin, pi = math.cos, math.sin, math.pi

func fft(re, im, n, dir) {
    i, j := 1, 1
    for i < n {
        if i < j {
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
        }
        m := n >> 1
        for {
            if m < 1 || j <= m { break }
            j -= m
            m >>= 1
        }
        j += m
        i++
    }
    size := 2
    for size <= n {
        half := size >> 1
        ang := dir * 2 * pi / size
        wr, wi := cos(ang), sin(ang)
        i = 1
        for i <= n {
            cr, ci := 1.0, 0.0
            k := i
            for k < i + half {
                q := k + half
                xr := re[q] * cr - im[q] * ci
                xi := re[q] * ci + im[q] * cr
                re[q] = re[k] - xr
                im[q] = im[k] - xi
                re[k] = re[k] + xr
                im[k] = im[k] + xi
                t := cr * wr - ci * wi
                ci = cr * wi + ci * wr
                cr = t
                k++
            }
            i += size
        }
        size *= 2
    }
}

func main(bits, reps) {
    n := 1 << bits
    re, im, seed := {}, {}, 42
    i := 1
    for i <= n {
        seed = (seed * 3877 + 29573) % 139968
        re[i] = seed / 139968.0
        im[i] = 0.0
        i++
    }
    s := 0.0
    for reps > 0 {
        fft(re, im, n, 1)
        s = s + re[2] + im[3]
        fft(re, im, n, -1)
        i = 1
        for i <= n {
            re[i] = re[i] / n
            im[i] = im[i] / n
            i++
        }
        reps--
    }
    i = 1
    for i <= n {
        s += re[i]
        i++
    }
    print(string.format("%.5f", s))
}

main(tonumber(arg[1]) || 16, tonumber(arg[2]) || 10)
