// Conway's Life on a torus: two-dimensional grids and conditionals used as values.
// Arguments: side (256), generations (200). Prints the living cells and a hash of the grid.

func step(g, h, n) {
    for i := 1; i <= n; i++ {
        up := g[i == 1 && n || i - 1]
        row := g[i]
        dn := g[i == n && 1 || i + 1]
        out := h[i]
        for j := 1; j <= n; j++ {
            l := j == 1 && n || j - 1
            r := j == n && 1 || j + 1
            c := up[l] + up[j] + up[r] + row[l] + row[r] + dn[l] + dn[j] + dn[r]
            if c == 3 || (c == 2 && row[j] == 1) { out[j] = 1 } else { out[j] = 0 }
        }
    }
}

func main(n, gens) {
    g, h, seed := {}, {}, 42
    for i := 1; i <= n; i++ {
        g[i], h[i] = {}, {}
        for j := 1; j <= n; j++ {
            seed = (seed * 3877 + 29573) % 139968
            g[i][j] = seed % 7 < 3 && 1 || 0
            h[i][j] = 0
        }
    }
    for k := 1; k <= gens; k++ {
        step(g, h, n)
        g, h = h, g
    }
    alive, hashed := 0, 0
    for i := 1; i <= n; i++ {
        for j := 1; j <= n; j++ {
            alive += g[i][j]
            hashed = (hashed * 31 + g[i][j]) % 1000003
        }
    }
    print(string.format("%d %d", alive, hashed))
}

main(tonumber(arg[1]) || 256, tonumber(arg[2]) || 200)
