// Adler-32 and FNV-1a against known values.
func adler(s) { a, b := 1, 0; for i := 1; i <= #s; i++ { a = (a + s:byte(i)) % 65521; b = (b + a) % 65521 }; return bit32.bor(bit32.lshift(b, 16), a) }
func fnv(s) { h := 0x811c9dc5; for i := 1; i <= #s; i++ { h = bit32.band(bit32.bxor(h, s:byte(i)) * 0x01000193, -1) }; return h }
print(bit32.toHex(adler("Wikipedia"), 8), bit32.toHex(fnv("foobar")), fnv("") == 0x811c9dc5)       // expect: 0x11E60398\t0xBF9CF968\ttrue
