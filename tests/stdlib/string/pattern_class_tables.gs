// Every ASCII class against its definition, for all 256 bytes.
func between(b, lo, hi) { return b >= lo && b <= hi }
func letter(b) { return between(b, 65, 90) || between(b, 97, 122) }
func digit(b) { return between(b, 48, 57) }
func punct(b) { return between(b, 33, 126) && !letter(b) && !digit(b) }
classes := {
    a: letter, d: digit, p: punct,
    c: func(b) { return b < 32 || b == 127 },
    g: func(b) { return between(b, 33, 126) },
    l: func(b) { return between(b, 97, 122) },
    u: func(b) { return between(b, 65, 90) },
    s: func(b) { return b == 32 || between(b, 9, 13) },
    w: func(b) { return letter(b) || digit(b) },
    x: func(b) { return digit(b) || between(b, 65, 70) || between(b, 97, 102) },
}
for name, has := range classes {
    for b := range 256 {
        c := string.char(b)
        assert((string.find(c, "%" .. name) != nil) == has(b), name .. b)
        assert((string.find(c, "%" .. name:upper()) == nil) == has(b), name:upper() .. b)
        assert((string.find(c, "[%" .. name .. "]") != nil) == has(b), "set " .. name .. b)
    }
}
print("all classes")                            // expect: all classes
