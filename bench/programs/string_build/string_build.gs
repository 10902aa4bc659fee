// Concatenation of small pieces, joining of an array, and strings that grow piece by piece.
// Argument: n (1000000). Prints the joined length, a hash of it and the total of the grown strings.

func joined(n) {
    parts := {}
    for i := 1; i <= n; i++ {
        parts[#parts + 1] = "item" .. i .. ","
    }
    return table.concat(parts)
}

func grown(n) {
    total := 0
    for i := 1; i <= n; i++ {
        s := ""
        for j := 1; j <= 30; j++ { s = s .. (i + j) % 10 }
        total += #s
        if s == "123456789012345678901234567890" { total++ }
    }
    return total
}

func main(n) {
    s := joined(n)
    h := 0
    for i := 1; i <= #s; i += 97 { h = (h * 31 + s:byte(i)) % 1000003 }
    print(string.format("%d %d %d", #s, h, grown(math.div(n, 20))))
}

main(tonumber(arg[1]) || 1000000)
