// A two-stage pipeline of generators, then many short-lived generators.
// Argument: n (3000000). Prints a checksum of the values that came through.

const wrap, yield = coroutine.wrap, coroutine.yield

func upTo(n) {
    return wrap(func() {
        for i := 1; i <= n; i++ { yield(i) }
    })
}

func mapped(src) {
    return wrap(func() {
        for x := range src { yield(x * 3 % 1009) }
    })
}

func main(n) {
    s := 0
    for v := range mapped(upTo(n)) { s = (s + v) % 1000003 }
    short := n / 100
    for k := 1; k <= short; k++ {
        for v := range upTo(5) { s += v }
    }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 3000000)
