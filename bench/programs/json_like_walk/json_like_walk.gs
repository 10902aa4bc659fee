// Builds nested records and arrays, then walks them with a switch on the type of each value.
// Argument: n (60). Prints the number of records and a checksum.

seed, nodes := 42, 0
names := {"alpha", "beta", "gamma", "delta", "epsilon"}

func rnd(m) {
    seed = (seed * 3877 + 29573) % 139968
    return seed % m
}

func build(depth) {
    nodes++
    tags, children := {}, {}
    count := 1 + rnd(3)
    for i := 1; i <= count; i++ { tags[i] = names[1 + rnd(5)] }
    if depth > 0 {
        for i := 1; i <= 3; i++ { children[i] = build(depth - 1) }
    }
    return {
        id: nodes, name: names[1 + rnd(5)], active: rnd(2) == 0, score: rnd(1000) / 8.0,
        tags: tags, children: children,
    }
}

func walk(v) {
    t := type(v)
    if t == "number" { return v }
    if t == "string" { return #v }
    if t == "boolean" { return v && 1 || 0 }
    s := 0
    if #v > 0 {
        for i, x := range v { s = s + i + walk(x) }
    } else {
        for k, x := range v { s = s + #k + walk(x) }
    }
    return s
}

func main(n) {
    s := 0
    for r := 1; r <= n; r++ {
        d := build(7)
        for k := 1; k <= 4; k++ { s += walk(d) }
    }
    print(string.format("%d %.3f", nodes, s))
}

main(tonumber(arg[1]) || 60)
