// The library's sort with a comparison function on records.
// Argument: n (200000). Prints a checksum of the order.

func main(n) {
    recs := {}
    for i := 1; i <= n; i++ { recs[i] = {key: (i * 7919) % 1000003, id: i} }
    table.sort(recs, func(a, b) { return a.key < b.key })
    s := 0
    for i := 1; i <= n; i++ { s = (s * 31 + recs[i].id) % 1000003 }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 200000)
