func s(c) { return string.format("%g %g %g %g", c.r, c.g, c.b, c.a) }
print(s(color.lerp(color.BLACK, color.WHITE, 0.5)), s(color.mix(color.RED, color.BLUE, 0.25)), s(color.lerp(color.RED, color.BLUE, 0)))    // expect: 0.5 0.5 0.5 1\t0.75 0 0.25 1\t1 0 0 1
print(s(color.darken(color.new(1, 0.5, 0), 0.5)), s(color.lighten(color.BLACK, 0.25)), s(color.darken(color.WHITE, 0)))    // expect: 0.5 0.25 0 1\t0.25 0.25 0.25 1\t1 1 1 1
print(s(color.alpha(color.RED, 0.5)), s(color.withAlpha(color.RED, 0)), color.RED.a, s(color.invert(color.new(1, 0.25, 0, 0.5))))  // expect: 1 0 0 0.5\t1 0 0 0\t1.0\t0 0.75 1 0.5
g := color.grayscale(color.new(1, 0, 0))
print(math.abs(g.r - 0.2126) < 1e-12, g.r == g.g && g.g == g.b, s(color.grayscale(color.BLACK)))   // expect: true\ttrue\t0 0 0 1
for _, f := range {"lerp", "mix", "darken", "lighten", "alpha", "withAlpha", "invert", "grayscale"} {
    assert(select(2, pcall(color[f], 1)) == "bad argument #1 to 'color." .. f .. "' (color expected, got number)", f)
}
color.lerp(color.RED, color.BLUE)               // expect error: bad argument #3 to 'color.lerp' (number expected, got nil)
