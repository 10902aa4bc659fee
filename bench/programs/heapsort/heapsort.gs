// Heapsort of floats written in the language: array access and unpredictable branches.
// Argument: n (1000000). Prints a checksum of the sorted array.

func sift(a, root, last) {
    v := a[root]
    child := root * 2
    for child <= last {
        if child < last && a[child] < a[child + 1] { child++ }
        if v >= a[child] { break }
        a[root] = a[child]
        root = child
        child = root * 2
    }
    a[root] = v
}

func heapsort(a, n) {
    for i := n >> 1; i >= 1; i-- { sift(a, i, n) }
    for last := n; last >= 2; last-- {
        t := a[1]
        a[1] = a[last]
        a[last] = t
        sift(a, 1, last - 1)
    }
}

func main(n) {
    a, seed := {}, 42
    for i := 1; i <= n; i++ {
        seed = (seed * 3877 + 29573) % 139968
        a[i] = seed / 139968.0 + i * 1e-9
    }
    heapsort(a, n)
    s := 0.0
    for i := 1; i <= n; i++ {
        if i > 1 && a[i - 1] > a[i] { error("not sorted") }
        s += a[i] * (i % 17)
    }
    print(string.format("%.6f", s))
}

main(tonumber(arg[1]) || 1000000)
