// Spheres with shadows and mirrors as a picture: gscript examples/ray_tracer.gs [FILE.ppm [WIDTH]]
//
// Every pixel is a ray from the eye. Where it hits something, the light that reaches the place colours it, and what the
// place mirrors is found with another ray. Without FILE a small picture is drawn with characters.

const deepest_reflection = 3
const far = 1e9

light := vec.normalize3(vec.vec3(-0.6, 1, -0.8))

spheres := {
    {centre: vec.vec3(0, 1, 5), radius: 1, colour: color.new(0.9, 0.25, 0.2), mirror: 0.25},
    {centre: vec.vec3(-2.1, 0.7, 4.2), radius: 0.7, colour: color.new(0.2, 0.55, 0.9), mirror: 0.15},
    {centre: vec.vec3(1.8, 0.5, 3.6), radius: 0.5, colour: color.new(0.95, 0.8, 0.25), mirror: 0.4},
}

// How far along the ray the sphere begins, or nil. Solves |origin + t * direction - centre| = radius for t.
func hit_sphere(sphere, origin, direction) {
    offset := origin - sphere.centre
    b := vec.dot3(offset, direction)
    c := vec.dot3(offset, offset) - sphere.radius ** 2
    discriminant := b * b - c
    if discriminant < 0 { return nil }
    distance := -b - math.sqrt(discriminant)
    return distance > 1e-4 && distance || nil
}

// The nearest thing the ray hits: its distance, normal, colour and how much it mirrors; nil for the sky.
func trace(origin, direction) {
    nearest, found := far, nil
    for _, sphere := range spheres {
        distance := hit_sphere(sphere, origin, direction)
        if distance && distance < nearest { nearest, found = distance, sphere }
    }
    floor := direction.y < -1e-6 && -origin.y / direction.y || far
    if floor > 1e-4 && floor < nearest {
        place := origin + direction * floor
        is_dark := (math.floor(place.x) + math.floor(place.z)) % 2 == 0
        shade := is_dark && 0.35 || 0.85
        return {place: place, normal: vec.vec3(0, 1, 0), colour: color.new(shade, shade, shade), mirror: 0.1}
    }
    if !found { return nil }
    place := origin + direction * nearest
    return {place: place, normal: vec.normalize3(place - found.centre), colour: found.colour, mirror: found.mirror}
}

func is_in_shadow(place) {
    for _, sphere := range spheres {
        if hit_sphere(sphere, place, light) { return true }
    }
    return false
}

func sky(direction) {
    return color.lerp(color.WHITE, color.new(0.45, 0.65, 0.95), math.clamp(direction.y * 1.5, 0, 1))
}

func colour_of(origin, direction, depth) {
    hit := trace(origin, direction)
    if !hit { return sky(direction) }
    brightness := 0.15
    if !is_in_shadow(hit.place) { brightness += 0.85 * math.max(0, vec.dot3(hit.normal, light)) }
    own := hit.colour * brightness
    if hit.mirror == 0 || depth == deepest_reflection { return own }
    mirrored := direction - hit.normal * (2 * vec.dot3(direction, hit.normal))
    return color.mix(own, colour_of(hit.place, mirrored, depth + 1), hit.mirror)
}

// Calls draw(x, y, colour) for every pixel, row by row. `squeeze` is the height of a pixel measured in its width.
func render(width, height, squeeze, draw) {
    eye := vec.vec3(0, 1.2, -1)
    for y := range height {
        for x := range width {
            direction := vec.vec3((x - width / 2 + 0.5) / width * 1.6, (height / 2 - y - 0.5) * squeeze / width * 1.6, 1)
            draw(x, y, colour_of(eye, vec.normalize3(direction), 0))
        }
    }
}

func as_byte(component) { return math.round(math.clamp(component, 0, 1) * 255) }

func write_ppm(path, width) {
    height := math.div(width * 5, 8)
    parts := {"P6\n" .. width .. " " .. height .. "\n255\n"}
    render(width, height, 1, func(_, _, c) { append(parts, string.char(as_byte(c.r), as_byte(c.g), as_byte(c.b))) })
    ok, err := fs.writefile(path, table.concat(parts))
    if !ok { error(err, 0) }
    print("wrote " .. path .. ": " .. width .. " x " .. height)
}

func draw_characters(width, height) {
    ramp := " .:-=+*#%@"
    render(width, height, 2, func(x, _, c) {
        gray := color.grayscale(c).r
        at := math.clamp(math.floor(gray * #ramp), 0, #ramp - 1) + 1
        io.write(ramp:sub(at, at), x == width - 1 && "\n" || "")
    })
}

if arg[1] {
    write_ppm(arg[1], tonumber(arg[2] || "320"))
} else {
    draw_characters(64, 22)
}
