// Conway's Game of Life on a torus: gscript examples/life.gs [GENERATIONS]
//
// A generation is a set of live cells, so the world costs what lives in it, not what it measures.

const width, height = 32, 14

glider := `
.O.
..O
OOO`

pulsar := `
OOO.OOO
O.O.O.O
OOO.OOO`

// Cells are numbered row by row, which makes one number a table key.
func cell(x, y) {
    return math.mod(y, height) * width + math.mod(x, width)
}

// Adds a picture to the world, its upper left corner at (left, top).
func place(world, picture, left, top) {
    for y, row := range string.split(string.trim(picture), "\n") {
        for x, c := range row {
            if c == 'O' { world[cell(left + x, top + y)] = true }
        }
    }
}

func neighbours(c) {
    x, y := c % width, math.div(c, width)
    around := {}
    for dy := -1; dy <= 1; dy++ {
        for dx := -1; dx <= 1; dx++ {
            if dx != 0 || dy != 0 { append(around, cell(x + dx, y + dy)) }
        }
    }
    return around
}

// Every live cell tells its neighbours about itself; what was told enough lives.
func step(world) {
    told := {}
    for c := range world {
        for _, n := range neighbours(c) { told[n] = (told[n] || 0) + 1 }
    }
    next_world := {}
    for c, count := range told {
        if count == 3 || (count == 2 && world[c]) { next_world[c] = true }
    }
    return next_world
}

func picture(world) {
    rows := {}
    for y := 0; y < height; y++ {
        row := {}
        for x := 0; x < width; x++ {
            append(row, world[cell(x, y)] && "O" || ".")
        }
        append(rows, table.concat(row))
    }
    return table.concat(rows, "\n")
}

generations := tonumber(arg[1] || "12")
world := {}
place(world, glider, 1, 0)
place(world, pulsar, 14, 4)

for generation := 0; generation <= generations; generation++ {
    if generation % 4 == 0 {
        print("generation", generation, "alive", table.count(world))
        print(picture(world))
    }
    world = step(world)
}
