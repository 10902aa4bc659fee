// mandelbrot with other names.
// Arguments: width (1000), patience (50). Prints all iterations and the points inside.

func render(width, patience) {
    work, members := 0, 0
    for line := 0; line < width; line++ {
        b := 2.0 * line / width - 1.0
        for column := 0; column < width; column++ {
            a := 2.0 * column / width - 1.5
            x, y, rounds := 0.0, 0.0, 0
            xx, yy := 0.0, 0.0
            for rounds < patience && xx + yy <= 4.0 {
                y = 2.0 * x * y + b
                x = xx - yy + a
                xx = x * x
                yy = y * y
                rounds++
            }
            work += rounds
            if rounds == patience { members++ }
        }
    }
    return work, members
}

width := tonumber(arg[1]) || 1000
patience := tonumber(arg[2]) || 50
work, members := render(width, patience)
print(string.format("%d %d", work, members))
