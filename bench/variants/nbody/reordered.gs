// nbody with fields, statements and operands in another order, distances that point the other way, and small helpers.
// Argument: steps (2000000). Prints the energy before and after.

const DAYS = 365.24
const SOLAR = 3.141592653589793 * 3.141592653589793 * 4
const sqrt = math.sqrt

func body(mass, x, y, z, vx, vy, vz) {
    return {mass: mass * SOLAR, vz: vz * DAYS, vy: vy * DAYS, vx: vx * DAYS, z: z, y: y, x: x}
}

func planets() {
    return {
        body(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        body(9.54791938424326609e-04, 4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
            1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05),
        body(2.85885980666130812e-04, 8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
            -2.76742510726411899e-03, 4.99852801234917238e-03, 2.30417297573763929e-05),
        body(4.36624404335156298e-05, 1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
            2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05),
        body(5.15138902046611451e-05, 1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
            2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05),
    }
}

func main(n) {
    bodies := planets()
    nb := #bodies
    offset(nb, bodies)
    e0 := energy(nb, bodies)
    for i := n; i > 0; i-- { advance(0.01, nb, bodies) }
    print(string.format("%.9f %.9f", e0, energy(nb, bodies)))
}

func offset(nb, bodies) {
    pz, py, px := 0.0, 0.0, 0.0
    for i := 1; i <= nb; i++ {
        b := bodies[i]
        m := b.mass
        pz = m * b.vz + pz
        py = m * b.vy + py
        px = m * b.vx + px
    }
    sun := bodies[1]
    sun.vz = -(pz / SOLAR)
    sun.vy = -(py / SOLAR)
    sun.vx = -(px / SOLAR)
}

func square_sum(x, y, z) { return y * y + x * x + z * z }

func energy(nb, bodies) {
    e := 0.0
    for i := 1; i <= nb; i++ {
        a := bodies[i]
        e = square_sum(a.vx, a.vy, a.vz) * (a.mass * 0.5) + e
        for j := i + 1; j <= nb; j++ {
            b := bodies[j]
            d := sqrt(square_sum(b.x - a.x, b.y - a.y, b.z - a.z))
            e -= b.mass * a.mass / d
        }
    }
    return e
}

func drift(body, dt) {
    body.z = body.vz * dt + body.z
    body.y = body.vy * dt + body.y
    body.x = body.vx * dt + body.x
}

func advance(dt, nb, bodies) {
    for i := 1; i <= nb; i++ {
        a := bodies[i]
        am, az, ay, ax := a.mass, a.z, a.y, a.x
        vz, vy, vx := a.vz, a.vy, a.vx
        for j := i + 1; j <= nb; j++ {
            b := bodies[j]
            dz, dy, dx := b.z - az, b.y - ay, b.x - ax
            d2 := square_sum(dx, dy, dz)
            mag := dt / (sqrt(d2) * d2)
            am2 := mag * am
            b.vz -= am2 * dz
            b.vy -= am2 * dy
            b.vx -= am2 * dx
            bm := mag * b.mass
            vz += bm * dz
            vy += bm * dy
            vx += bm * dx
        }
        a.vz, a.vy, a.vx = vz, vy, vx
        drift(a, dt)
    }
}

main(tonumber(arg[1]) || 2000000)
