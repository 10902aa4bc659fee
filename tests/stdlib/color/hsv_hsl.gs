print(color.fromHSV(0, 1, 1) == color.RED, color.fromHSV(120, 1, 1) == color.GREEN, color.fromHSV(240, 1, 1) == color.BLUE, color.fromHSV(0, 0, 0.5) == color.new(0.5, 0.5, 0.5))  // expect: true\ttrue\ttrue\ttrue
print(color.fromHSL(0, 1, 0.5) == color.RED, color.fromHSL(60, 1, 0.5) == color.YELLOW, color.fromHSL(0, 0, 1) == color.WHITE)     // expect: true\ttrue\ttrue
print(color.toHSV(color.BLUE))                  // expect: 240.0\t1.0\t1.0
print(color.toHSL(color.CYAN))                  // expect: 180.0\t1.0\t0.5
print(color.toHSV(color.BLACK))                 // expect: 0.0\t0.0\t0.0
for h := range 36 {
    c := color.fromHSV(h * 10, 0.5, 0.75)
    hh, s, v := color.toHSV(c)
    assert(math.abs(hh - h * 10) < 1e-9 && math.abs(s - 0.5) < 1e-9 && math.abs(v - 0.75) < 1e-9, h)
    c = color.fromHSL(h * 10, 0.5, 0.25)
    hh, s, v = color.toHSL(c)
    assert(math.abs(hh - h * 10) < 1e-9 && math.abs(s - 0.5) < 1e-9 && math.abs(v - 0.25) < 1e-9, h)
}
print(pcall(color.fromHSV, 1, 2))               // expect: false\tbad argument #3 to 'color.fromHSV' (number expected, got nil)
print(pcall(color.fromHSL, "a", 1, 1))          // expect: false\tbad argument #1 to 'color.fromHSL' (number expected, got string)
print(pcall(color.toHSL, nil))                  // expect: false\tbad argument #1 to 'color.toHSL' (color expected, got nil)
color.toHSV("red")                              // expect error: bad argument #1 to 'color.toHSV' (color expected, got string)
