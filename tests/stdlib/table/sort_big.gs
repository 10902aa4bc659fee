// Sorted, stable and complete, for many shapes of input.
seed := 12345
func rnd(n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n }
func check(keys) {
    t := {}
    for i, k := range keys { append(t, {k: k, i: i}) }
    table.sort(t, func(a, b) { return a.k < b.k })
    assert(#t == #keys)
    for i := 2; i <= #t; i++ { assert(t[i - 1].k < t[i].k || t[i - 1].k == t[i].k && t[i - 1].i < t[i].i, i) }
}
for n := range 70 {
    keys := {}
    for range n { append(keys, rnd(10)) }
    check(keys)
}
up, down, saw, same, random := {}, {}, {}, {}, {}
for i := range 3000 { append(up, i); append(down, -i); append(saw, i % 7); append(same, 1); append(random, rnd(1000000)) }
for _, keys := range {up, down, saw, same, random} { check(keys) }
table.sort(random)
for i := 2; i <= #random; i++ { assert(random[i - 1] <= random[i]) }
print("sorted")                                 // expect: sorted
