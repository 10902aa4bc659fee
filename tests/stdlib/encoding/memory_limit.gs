// flags: --memory-limit=32M
big := string.rep("<", 14 << 20)
func fails(f) { ok, e := pcall(f, big); return !ok && e == "out of memory" }
print(fails(encoding.xmlEscape), fails(encoding.hexEncode), fails(encoding.base32Encode))  // expect: true\ttrue\ttrue
print(fails(base64.encode), fails(url.encode), encoding.hexEncode("ok"))   // expect: true\ttrue\t6f6b
