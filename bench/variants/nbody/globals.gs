// nbody with all variables at top level and functions without parameters.
// Argument: steps (2000000). Prints the energy before and after.

solar := 4 * 3.141592653589793 * 3.141592653589793
days := 365.24
dt := 0.01
steps := tonumber(arg[1]) || 2000000

bodies := {
    {x: 0.0, y: 0.0, z: 0.0, vx: 0.0, vy: 0.0, vz: 0.0, mass: solar},
    {x: 4.84143144246472090e+00, y: -1.16032004402742839e+00, z: -1.03622044471123109e-01,
     vx: 1.66007664274403694e-03 * days, vy: 7.69901118419740425e-03 * days, vz: -6.90460016972063023e-05 * days,
     mass: 9.54791938424326609e-04 * solar},
    {x: 8.34336671824457987e+00, y: 4.12479856412430479e+00, z: -4.03523417114321381e-01,
     vx: -2.76742510726411899e-03 * days, vy: 4.99852801234917238e-03 * days, vz: 2.30417297573763929e-05 * days,
     mass: 2.85885980666130812e-04 * solar},
    {x: 1.28943695621391310e+01, y: -1.51111514016986312e+01, z: -2.23307578892655734e-01,
     vx: 2.96460137564761618e-03 * days, vy: 2.37847173959480950e-03 * days, vz: -2.96589568540237556e-05 * days,
     mass: 4.36624404335156298e-05 * solar},
    {x: 1.53796971148509165e+01, y: -2.59193146099879641e+01, z: 1.79258772950371181e-01,
     vx: 2.68067772490389322e-03 * days, vy: 1.62824170038242295e-03 * days, vz: -9.51592254519715870e-05 * days,
     mass: 5.15138902046611451e-05 * solar},
}
count := #bodies

i, j, step := 0, 0, 0
a, b := bodies[1], bodies[2]
ax, ay, az, am := 0.0, 0.0, 0.0, 0.0
vx, vy, vz := 0.0, 0.0, 0.0
dx, dy, dz, d2 := 0.0, 0.0, 0.0, 0.0
mag, bm, am2 := 0.0, 0.0, 0.0
px, py, pz := 0.0, 0.0, 0.0
e, e0 := 0.0, 0.0

func advance() {
    for i = 1; i <= count; i++ {
        a = bodies[i]
        ax, ay, az, am = a.x, a.y, a.z, a.mass
        vx, vy, vz = a.vx, a.vy, a.vz
        for j = i + 1; j <= count; j++ {
            b = bodies[j]
            dx, dy, dz = ax - b.x, ay - b.y, az - b.z
            d2 = dx * dx + dy * dy + dz * dz
            mag = dt / (d2 * math.sqrt(d2))
            bm = b.mass * mag
            vx -= dx * bm
            vy -= dy * bm
            vz -= dz * bm
            am2 = am * mag
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

func energy() {
    e = 0.0
    for i = 1; i <= count; i++ {
        a = bodies[i]
        e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j = i + 1; j <= count; j++ {
            b = bodies[j]
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            e -= (a.mass * b.mass) / math.sqrt(dx * dx + dy * dy + dz * dz)
        }
    }
    return e
}

func offset() {
    for i = 1; i <= count; i++ {
        b = bodies[i]
        px += b.vx * b.mass
        py += b.vy * b.mass
        pz += b.vz * b.mass
    }
    bodies[1].vx = -px / solar
    bodies[1].vy = -py / solar
    bodies[1].vz = -pz / solar
}

offset()
e0 = energy()
for step = 1; step <= steps; step++ { advance() }
print(string.format("%.9f %.9f", e0, energy()))
