// Sparse integer keys: insert, hit, miss, update and delete.
// Argument: n (300000, at most 1000000). Prints a checksum and the number of keys left.

func key(i) { return ((i * 1237) % 1000003) * 31 + 5 }

func main(n) {
    t, s := {}, 0
    for i := 1; i <= n; i++ { t[key(i)] = i }
    for r := 1; r <= 4; r++ {
        for i := 1; i <= n; i++ {
            k := key(i)
            v := t[k]
            if v { s = (s + v) % 1000003 }
            if t[k + 1] { s++ }
            t[k] = i + r
        }
    }
    for i := 3; i <= n; i += 3 { t[key(i)] = nil }
    c := 0
    for i := 1; i <= n; i++ {
        if t[key(i)] { c++ }
    }
    print(string.format("%d %d", s, c))
}

main(tonumber(arg[1]) || 300000)
