seed := 9
func rnd() { seed = (seed * 6364136223846793005 + 1442695040888963407); return seed }
for range 500 {
    a, b := rnd(), rnd()
    assert(bit32.band(a, b) == a & b & 0xffffffff && bit32.bor(a, b) == (a | b) & 0xffffffff && bit32.bxor(a, b) == (a ^ b) & 0xffffffff && bit32.bnot(a) == ^a & 0xffffffff)
    n := math.mod(b, 32)
    assert(bit32.lshift(a, n) == (a << n) & 0xffffffff && bit32.rshift(a, n) == (a & 0xffffffff) >> n)
    assert(bit32.extract(a, n, 32 - n) == bit32.rshift(a, n) && bit32.replace(a, bit32.extract(a, n, 32 - n), n, 32 - n) == a & 0xffffffff)
}
print("agree")                                  // expect: agree
