c := color.new(0.5, 0.25, 1)
print(c.r, c.g, c.b, c.a, c._type, color.isColor(c), color.isColor({}), color.isColor(nil))        // expect: 0.5\t0.25\t1.0\t1.0\tcolor\ttrue\tfalse\tfalse
print(color.new(0, 0, 0, 0.5).a, color.rgb(255, 0, 51) == color.new(1, 0, 0.2), color.rgba(0, 255, 0, 51).a, color.rgb(255, 255, 255) == color.WHITE)      // expect: 0.5\ttrue\t0.2\ttrue
print(color.RED == color.new(1, 0, 0), color.GREEN == color.new(0, 1, 0), color.BLUE == color.new(0, 0, 1), color.BLACK == color.new(0, 0, 0), color.YELLOW == color.new(1, 1, 0), color.CYAN == color.new(0, 1, 1), color.MAGENTA == color.new(1, 0, 1))      // expect: true\ttrue\ttrue\ttrue\ttrue\ttrue\ttrue
print(color.ORANGE == color.new(1, 0.5, 0), color.PURPLE == color.new(0.5, 0, 0.5), color.TRANSPARENT == color.new(0, 0, 0, 0))    // expect: true\ttrue\ttrue
print(pcall(color.new, 1, 2))                   // expect: false\tbad argument #3 to 'color.new' (number expected, got nil)
print(pcall(color.rgba, 1, 2, 3))               // expect: false\tbad argument #4 to 'color.rgba' (number expected, got nil)
color.rgb("red")                                // expect error: bad argument #1 to 'color.rgb' (number expected, got string)
