print(color.fromHex("#ff0000") == color.RED, color.fromHex("00FF00") == color.GREEN, color.fromHex("#f0f") == color.MAGENTA, color.fromHex("#00000000") == color.TRANSPARENT)      // expect: true\ttrue\ttrue\ttrue
print(color.toHex(color.RED), color.toHex(color.new(0.5, 0.5, 0.5)), color.toHex(color.new(2, -1, 0)), color.toHex({r: 0, g: 1, b: 0, a: 1, _type: "color"}))      // expect: #FF0000\t#808080\t#FF0000\t#00FF00
for i := range 256 {
    hex := string.format("#%02X%02X%02X", i, 255 - i, i * 7 % 256)
    assert(color.toHex(color.fromHex(hex)) == hex, hex)
}
for _, s := range {"", "#", "#12", "#12345", "#gggggg", "red", "#1234567", "#123456789", "##123456"} {
    v, err := color.fromHex(s)
    assert(v == nil && type(err) == "string", s)
}
print(pcall(color.toHex, 5) == false)           // expect: true
color.fromHex(255)                              // expect error: bad argument #1 to 'color.fromHex' (string expected, got number)
