rand.seed(3)
counts := {a: 0, b: 0, c: 0}
for range 10000 { counts[rand.weighted({"a", "b", "c"}, {1, 0, 3})]++ }
print(counts.b, counts.a > 2200 && counts.a < 2800, counts.a + counts.c)   // expect: 0\ttrue\t10000
print(rand.weighted({"x"}, {0.5}))              // expect: x
for _, w := range {{0, 0}, {-1, 2}, {1}, {1, "x"}, {1 / 0.0, 1}, {0.0 / 0, 1}, {}} {
    ok, e := pcall(rand.weighted, {1, 2}, w)
    assert(!ok && e == "bad argument #2 to 'rand.weighted' (invalid weights)", tostring(e))
}
rand.weighted({}, {})                           // expect error: bad argument #2 to 'rand.weighted' (invalid weights)
