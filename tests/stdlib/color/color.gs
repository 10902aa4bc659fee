func s(c) { return c.r .. "," .. c.g .. "," .. c.b .. "," .. c.a }
print(s(color.new(0.1, 0.2, 0.3)), s(color.rgb(255, 0, 51)), s(color.rgba(0, 255, 0, 0)))       // expect: 0.1,0.2,0.3,1.0\t1.0,0.0,0.2,1.0\t0.0,1.0,0.0,0.0
print(s(color.fromHex("#fff")), s(color.fromHex("ff000080")), color.toHex(color.fromHex("12aBcd")), (color.fromHex("#12")))   // expect: 1.0,1.0,1.0,1.0\t1.0,0.0,0.0,0.5019607843137255\t#12ABCD\tnil
print(color.toHex(color.new(2, -1, 0.5)), s(color.RED + color.GREEN), s(color.new(0.8, 0, 0) + color.new(0.8, 0, 0)))   // expect: #FF0080\t1.0,1.0,0.0,1.0\t1.0,0.0,0.0,1.0
print(s(color.WHITE * 0.5), s(0.5 * color.WHITE), s(color.new(0.5, 1, 0, 0.5) * color.new(0.5, 0.5, 1)), color.RED == color.new(1, 0, 0))   // expect: 0.5,0.5,0.5,1.0\t0.5,0.5,0.5,1.0\t0.25,0.5,0.0,0.5\ttrue
print(color.toHex(color.fromHSV(0, 1, 1)), color.toHex(color.fromHSV(240, 1, 0.5)), color.toHex(color.fromHSL(60, 1, 0.5)), color.toHex(color.fromHSV(-120, 1, 1)))   // expect: #FF0000\t#000080\t#FFFF00\t#0000FF
print(color.toHSV(color.new(1, 0.5, 0)))                          // expect: 30.0\t1.0\t1.0
print(color.toHSL(color.WHITE))                                   // expect: 0.0\t0.0\t1.0
print(s(color.lerp(color.BLACK, color.WHITE, 0.25)), s(color.mix(color.BLACK, color.WHITE, 0.25)), s(color.darken(color.WHITE, 0.25)), s(color.lighten(color.BLACK, 0.25)))
// expect: 0.25,0.25,0.25,1.0\t0.25,0.25,0.25,1.0\t0.75,0.75,0.75,1.0\t0.25,0.25,0.25,1.0
print(s(color.alpha(color.RED, 0.5)), color.withAlpha(color.RED, 0.5).a, s(color.invert(color.new(1, 0.25, 0, 0.5))), color.grayscale(color.GREEN).r)   // expect: 1.0,0.0,0.0,0.5\t0.5\t0.0,0.75,1.0,0.5\t0.7152
print(color.isColor(color.ORANGE), color.isColor({}), color.ORANGE._type, s(color.PURPLE), s(color.TRANSPARENT))   // expect: true\tfalse\tcolor\t0.5,0.0,0.5,1.0\t0.0,0.0,0.0,0.0
print(pcall(color.toHex, {}))            // expect: false\tbad argument #1 to 'color.toHex' (color expected, got table)
print(pcall(color.new, 1, 2))            // expect: false\tbad argument #3 to 'color.new' (number expected, got nil)
