// An array of inline ints becomes one of any values when a constant too big for that is stored.
func fill(n) {
    a := {}
    for i := 1; i <= n; i++ { a[#a + 1] = i % 10 }
    s := 0
    for i := 1; i <= n; i++ {
        s = (s * 31 + a[1]) % 1000003
        if a[i] > 5 { s += 1 } else { a[i] = 9223372036854775807 }
        s = (s + a[i] % 7) % 1000003
    }
    return s
}
for r := 1; r <= 4; r++ { print(fill(6000)) }
// expect: -912712
// expect: -912712
// expect: -912712
// expect: -912712
