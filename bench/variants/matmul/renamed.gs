// matmul with other names.
// Arguments: order (300), rounds (5). Prints a sum over both diagonals of the products.

func pattern(order, stride) {
    grid := {}
    for y := 1; y <= order; y++ {
        cells := {}
        for x := 1; x <= order; x++ { cells[x] = ((y * stride + x * 3) % 17) * 0.5 }
        grid[y] = cells
    }
    return grid
}

func product(left, right, order) {
    result := {}
    for y := 1; y <= order; y++ {
        across, cells := left[y], {}
        for x := 1; x <= order; x++ {
            dot := 0.0
            for step := 1; step <= order; step++ { dot += across[step] * right[step][x] }
            cells[x] = dot
        }
        result[y] = cells
    }
    return result
}

func diagonals(order, rounds) {
    left, right := pattern(order, 5), pattern(order, 7)
    total := 0.0
    for round := 1; round <= rounds; round++ {
        result := product(left, right, order)
        for y := 1; y <= order; y++ { total = total + result[y][y] + result[y][order - y + 1] }
        left[1][1] += 1.0
    }
    return total
}

print(string.format("%.2f", diagonals(tonumber(arg[1]) || 300, tonumber(arg[2]) || 5)))
