// Quicksort of ints written in the language.
// Argument: n (1000000). Prints a checksum of the sorted array.

func fill(n) {
    a, seed := {}, 42
    for i := 1; i <= n; i++ {
        seed = (seed * 3877 + 29573) % 139968
        a[i] = (seed * 7 + i) % 1000003
    }
    return a
}

func qsort(a, lo, hi) {
    for lo < hi {
        p := a[(lo + hi) >> 1]
        i, j := lo, hi
        for i <= j {
            for a[i] < p { i++ }
            for a[j] > p { j-- }
            if i <= j {
                t := a[i]
                a[i] = a[j]
                a[j] = t
                i++
                j--
            }
        }
        if j - lo < hi - i {
            qsort(a, lo, j)
            lo = i
        } else {
            qsort(a, i, hi)
            hi = j
        }
    }
}

func main(n) {
    a := fill(n)
    qsort(a, 1, n)
    s := 0
    for i := 1; i <= n; i++ {
        if i > 1 && a[i - 1] > a[i] { error("not sorted") }
        s = (s * 31 + a[i]) % 1000003
    }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 1000000)
