// A ball that bounces in a box, with vectors all the way.
p, v := vec.vec2(1, 5), vec.vec2(2, 0)
for range 1000 {
    v = v + vec.vec2(0, -9.81) * 0.01
    p = p + v * 0.01
    if p.y < 0 { p.y = -p.y; v = vec.reflect2(v, vec.up()) }
    if p.x > 10 || p.x < 0 { v = vec.reflect2(v, vec.right()) }
}
print(p.x >= -0.1 && p.x <= 10.1, p.y >= 0 && p.y <= 6, math.abs(vec.lengthSq2(v) / 2 + 9.81 * p.y - (2 + 49.05)) < 3)     // expect: true\ttrue\ttrue
