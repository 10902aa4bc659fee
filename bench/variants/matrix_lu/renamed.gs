// matrix_lu with other names.
// Arguments: order (300), rounds (8). Prints a sum of log determinants.

const magnitude, logarithm = math.abs, math.log
noise := 42

func random_matrix(order) {
    grid := {}
    for y := 1; y <= order; y++ {
        cells := {}
        for x := 1; x <= order; x++ {
            noise = (noise * 3877 + 29573) % 139968
            cells[x] = noise / 139968.0 - 0.5
        }
        grid[y] = cells
    }
    return grid
}

func decompose(grid, order) {
    parity := 1
    for step := 1; step <= order; step++ {
        chosen, largest := step, magnitude(grid[step][step])
        for y := step + 1; y <= order; y++ {
            candidate := magnitude(grid[y][step])
            if candidate > largest { largest = candidate; chosen = y }
        }
        if chosen != step {
            kept := grid[chosen]
            grid[chosen] = grid[step]
            grid[step] = kept
            parity = -parity
        }
        top := grid[step]
        reciprocal := 1.0 / top[step]
        for y := step + 1; y <= order; y++ {
            cells := grid[y]
            factor := cells[step] * reciprocal
            cells[step] = factor
            for x := step + 1; x <= order; x++ { cells[x] = cells[x] - factor * top[x] }
        }
    }
    return parity
}

func total(order, rounds) {
    result := 0.0
    for round := 1; round <= rounds; round++ {
        grid := random_matrix(order)
        parity := decompose(grid, order)
        determinant := 0.0
        for y := 1; y <= order; y++ { determinant += logarithm(magnitude(grid[y][y])) }
        result += determinant * parity
    }
    return result
}

print(string.format("%.6f", total(tonumber(arg[1]) || 300, tonumber(arg[2]) || 8)))
