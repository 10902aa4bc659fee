// Pattern matching: gmatch, gsub, match and find on lines of text.
// Argument: n (20000). Prints a total of lengths and the number of substitutions.

const gmatch, gsub, find, match, byte = string.gmatch, string.gsub, string.find, string.match, string.byte

func main(n) {
    lines, seed := {}, 42
    for i := 1; i <= 50; i++ {
        seed = (seed * 3877 + 29573) % 139968
        lines[i] = "  key" .. seed .. "=value" .. seed % 1000 .. "; name" .. i .. "=x" .. seed .. "; flag=yes"
    }
    total, reps := 0, 0
    for r := 1; r <= n; r++ {
        line := lines[r % 50 + 1]
        for k, v := range gmatch(line, "(%w+)=(%w+)") { total = total + #k * 3 + #v + byte(v, 1) }
        t, c := gsub(line, "%d+", "#")
        reps += c
        total += #t
        first := match(line, "^%s*(%w+)")
        total += #first
        if find(line, "flag=%a+$") { total++ }
    }
    print(string.format("%d %d", total, reps))
}

main(tonumber(arg[1]) || 20000)
