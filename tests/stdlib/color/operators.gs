func s(c) { return string.format("%g %g %g %g", c.r, c.g, c.b, c.a) }
print(s(color.new(0.5, 0.75, 0) + color.new(0.25, 0.5, 0)), s(color.new(0.5, 1, 0.25, 0.5) * 0.5), s(2 * color.new(0.25, 0, 0.5)))         // expect: 0.75 1 0 1\t0.25 0.5 0.125 0.5\t0.5 0 1 1
print(s(color.new(0.5, 0.5, 0.5) * color.new(0.5, 1, 0, 0.5)), color.RED == color.new(1, 0, 0), color.RED == color.BLUE)   // expect: 0.25 0.5 0 0.5\ttrue\tfalse
print(pcall(func() { return color.RED + 1 }) == false, pcall(func() { return color.RED - color.BLUE }) == false)   // expect: true\ttrue
x := color.RED - color.RED                      // expect error: attempt to perform arithmetic on a table value
