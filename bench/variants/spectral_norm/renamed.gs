// spectral_norm with other names.
// Argument: size (700). Prints the norm.

func entry(row, column) {
    diagonal := row + column
    return 1.0 / (diagonal * (diagonal + 1) * 0.5 + row + 1)
}

func apply(size, input, output) {
    for row := 0; row < size; row++ {
        total := 0.0
        for column := 0; column < size; column++ { total += entry(row, column) * input[column + 1] }
        output[row + 1] = total
    }
}

func apply_transposed(size, input, output) {
    for row := 0; row < size; row++ {
        total := 0.0
        for column := 0; column < size; column++ { total += entry(column, row) * input[column + 1] }
        output[row + 1] = total
    }
}

func norm(size) {
    left, right, scratch := {}, {}, {}
    for at := 1; at <= size; at++ { left[at] = 1.0; right[at] = 0.0; scratch[at] = 0.0 }
    for round := 1; round <= 10; round++ {
        apply(size, left, scratch)
        apply_transposed(size, scratch, right)
        apply(size, right, scratch)
        apply_transposed(size, scratch, left)
    }
    mixed, pure := 0.0, 0.0
    for at := 1; at <= size; at++ {
        mixed += left[at] * right[at]
        pure += right[at] * right[at]
    }
    return math.sqrt(mixed / pure)
}

print(string.format("%.9f", norm(tonumber(arg[1]) || 700)))
