// nbody with other names, those of the fields included.
// Argument: ticks (2000000). Prints the energy before and after.

const root = math.sqrt
const SUN = 4 * 3.141592653589793 * 3.141592653589793
const YR = 365.24

func system_of_five() {
    return {
        {px: 0.0, py: 0.0, pz: 0.0, east: 0.0, north: 0.0, up: 0.0, weight: SUN},
        {px: 4.84143144246472090e+00, py: -1.16032004402742839e+00, pz: -1.03622044471123109e-01,
         east: 1.66007664274403694e-03 * YR, north: 7.69901118419740425e-03 * YR, up: -6.90460016972063023e-05 * YR,
         weight: 9.54791938424326609e-04 * SUN},
        {px: 8.34336671824457987e+00, py: 4.12479856412430479e+00, pz: -4.03523417114321381e-01,
         east: -2.76742510726411899e-03 * YR, north: 4.99852801234917238e-03 * YR, up: 2.30417297573763929e-05 * YR,
         weight: 2.85885980666130812e-04 * SUN},
        {px: 1.28943695621391310e+01, py: -1.51111514016986312e+01, pz: -2.23307578892655734e-01,
         east: 2.96460137564761618e-03 * YR, north: 2.37847173959480950e-03 * YR, up: -2.96589568540237556e-05 * YR,
         weight: 4.36624404335156298e-05 * SUN},
        {px: 1.53796971148509165e+01, py: -2.59193146099879641e+01, pz: 1.79258772950371181e-01,
         east: 2.68067772490389322e-03 * YR, north: 1.62824170038242295e-03 * YR, up: -9.51592254519715870e-05 * YR,
         weight: 5.15138902046611451e-05 * SUN},
    }
}

func tick(planets, count, seconds) {
    for first := 1; first <= count; first++ {
        here := planets[first]
        hx, hy, hz, hw := here.px, here.py, here.pz, here.weight
        east, north, up := here.east, here.north, here.up
        for second := first + 1; second <= count; second++ {
            there := planets[second]
            gapx, gapy, gapz := hx - there.px, hy - there.py, hz - there.pz
            square := gapx * gapx + gapy * gapy + gapz * gapz
            pull := seconds / (square * root(square))
            push := there.weight * pull
            east -= gapx * push
            north -= gapy * push
            up -= gapz * push
            answer := hw * pull
            there.east += gapx * answer
            there.north += gapy * answer
            there.up += gapz * answer
        }
        here.east, here.north, here.up = east, north, up
        here.px = hx + seconds * east
        here.py = hy + seconds * north
        here.pz = hz + seconds * up
    }
}

func total_energy(planets, count) {
    joules := 0.0
    for first := 1; first <= count; first++ {
        here := planets[first]
        joules += 0.5 * here.weight * (here.east * here.east + here.north * here.north + here.up * here.up)
        for second := first + 1; second <= count; second++ {
            there := planets[second]
            gapx, gapy, gapz := here.px - there.px, here.py - there.py, here.pz - there.pz
            joules -= (here.weight * there.weight) / root(gapx * gapx + gapy * gapy + gapz * gapz)
        }
    }
    return joules
}

func stop_drift(planets, count) {
    mx, my, mz := 0.0, 0.0, 0.0
    for each := 1; each <= count; each++ {
        body := planets[each]
        mx += body.east * body.weight
        my += body.north * body.weight
        mz += body.up * body.weight
    }
    planets[1].east = -mx / SUN
    planets[1].north = -my / SUN
    planets[1].up = -mz / SUN
}

func simulate(ticks) {
    planets := system_of_five()
    count := #planets
    stop_drift(planets, count)
    before := total_energy(planets, count)
    for t := 1; t <= ticks; t++ { tick(planets, count, 0.01) }
    print(string.format("%.9f %.9f", before, total_energy(planets, count)))
}

simulate(tonumber(arg[1]) || 2000000)
