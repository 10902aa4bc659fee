func roman(n) {
    out := ""
    for _, r := range {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
        out = out .. r[2]:rep(math.div(n, r[1]))
        n = n % r[1]
    }
    return out
}
func back(s) {
    v := {I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000}
    sum := 0
    for i := 1; i <= #s; i++ {
        a, b := v[s:sub(i, i)], v[s:sub(i + 1, i + 1)]
        sum += b && b > a && -a || a
    }
    return sum
}
print(roman(1994), roman(2026), roman(49))      // expect: MCMXCIV\tMMXXVI\tXLIX
for i := 1; i < 4000; i++ { assert(back(roman(i)) == i, i) }
