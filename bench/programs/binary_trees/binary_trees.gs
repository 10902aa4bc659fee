// Builds and counts many binary trees: allocation, collection and recursion.
// Argument: depth (15). Prints the number of nodes seen.

func bottomUp(depth) {
    if depth == 0 { return {} }
    depth--
    return {left: bottomUp(depth), right: bottomUp(depth)}
}

func check(t) {
    l := t.left
    if l { return 1 + check(l) + check(t.right) }
    return 1
}

func main(maxd) {
    sum := check(bottomUp(maxd + 1))
    long := bottomUp(maxd)
    for d := 4; d <= maxd; d += 4 {
        iters := 1 << (maxd - d + 4)
        c := 0
        for i := 1; i <= iters; i++ { c += check(bottomUp(d)) }
        sum += c
    }
    sum += check(long)
    print(string.format("%d", sum))
}

main(tonumber(arg[1]) || 15)
