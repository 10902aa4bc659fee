// The library's basic string functions: format, find, sub, byte, upper, and tonumber.
// Argument: n (500000). Prints a hash of all bytes and a total.

const sub, byte, find, format, upper = string.sub, string.byte, string.find, string.format, string.upper

func main(n) {
    h, total := 0, 0
    for i := 1; i <= n; i++ {
        s := format("%05d:%s:%x", i % 100000, "name", i)
        p := find(s, ":", 1, true)
        q := find(s, ":", p + 1, true)
        a, b, c := sub(s, 1, p - 1), sub(s, p + 1, q - 1), sub(s, q + 1)
        total = total + tonumber(a) + #b + #c
        for k := 1; k <= #s; k++ { h = (h * 31 + byte(s, k)) % 1000003 }
        if upper(sub(b, 1, 1)) .. sub(b, 2) == "Name" { total++ }
    }
    print(format("%d %d", h, total))
}

main(tonumber(arg[1]) || 500000)
