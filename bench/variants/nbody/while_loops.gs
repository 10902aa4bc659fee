// nbody with loops that have a condition only.
// Argument: steps (2000000). Prints the energy before and after.

const sqrt = math.sqrt
const SOLAR = 4 * 3.141592653589793 * 3.141592653589793
const DAYS = 365.24

func planets() {
    return {
        {x: 0.0, y: 0.0, z: 0.0, vx: 0.0, vy: 0.0, vz: 0.0, mass: SOLAR},
        {x: 4.84143144246472090e+00, y: -1.16032004402742839e+00, z: -1.03622044471123109e-01,
         vx: 1.66007664274403694e-03 * DAYS, vy: 7.69901118419740425e-03 * DAYS, vz: -6.90460016972063023e-05 * DAYS,
         mass: 9.54791938424326609e-04 * SOLAR},
        {x: 8.34336671824457987e+00, y: 4.12479856412430479e+00, z: -4.03523417114321381e-01,
         vx: -2.76742510726411899e-03 * DAYS, vy: 4.99852801234917238e-03 * DAYS, vz: 2.30417297573763929e-05 * DAYS,
         mass: 2.85885980666130812e-04 * SOLAR},
        {x: 1.28943695621391310e+01, y: -1.51111514016986312e+01, z: -2.23307578892655734e-01,
         vx: 2.96460137564761618e-03 * DAYS, vy: 2.37847173959480950e-03 * DAYS, vz: -2.96589568540237556e-05 * DAYS,
         mass: 4.36624404335156298e-05 * SOLAR},
        {x: 1.53796971148509165e+01, y: -2.59193146099879641e+01, z: 1.79258772950371181e-01,
         vx: 2.68067772490389322e-03 * DAYS, vy: 1.62824170038242295e-03 * DAYS, vz: -9.51592254519715870e-05 * DAYS,
         mass: 5.15138902046611451e-05 * SOLAR},
    }
}

func advance(bodies, nb, dt) {
    i := 0
    for i < nb {
        i++
        a := bodies[i]
        ax, ay, az, am := a.x, a.y, a.z, a.mass
        vx, vy, vz := a.vx, a.vy, a.vz
        j := i
        for j < nb {
            j++
            b := bodies[j]
            dx, dy, dz := ax - b.x, ay - b.y, az - b.z
            d2 := dx * dx + dy * dy + dz * dz
            mag := dt / (d2 * sqrt(d2))
            bm := b.mass * mag
            vx -= dx * bm
            vy -= dy * bm
            vz -= dz * bm
            am2 := am * mag
            b.vx += dx * am2
            b.vy += dy * am2
            b.vz += dz * am2
        }
        a.vx, a.vy, a.vz = vx, vy, vz
        a.x = ax + dt * vx
        a.y = ay + dt * vy
        a.z = az + dt * vz
    }
}

func energy(bodies, nb) {
    e := 0.0
    i := 1
    for i <= nb {
        a := bodies[i]
        e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        j := i + 1
        for j <= nb {
            b := bodies[j]
            dx, dy, dz := a.x - b.x, a.y - b.y, a.z - b.z
            e -= (a.mass * b.mass) / sqrt(dx * dx + dy * dy + dz * dz)
            j++
        }
        i++
    }
    return e
}

func offset(bodies, nb) {
    px, py, pz := 0.0, 0.0, 0.0
    i := 1
    for i <= nb {
        b := bodies[i]
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
        i++
    }
    bodies[1].vx = -px / SOLAR
    bodies[1].vy = -py / SOLAR
    bodies[1].vz = -pz / SOLAR
}

func main(n) {
    bodies := planets()
    nb := #bodies
    offset(bodies, nb)
    e0 := energy(bodies, nb)
    for n > 0 {
        advance(bodies, nb, 0.01)
        n--
    }
    print(string.format("%.9f %.9f", e0, energy(bodies, nb)))
}

main(tonumber(arg[1]) || 2000000)
