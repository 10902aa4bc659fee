func shift(s, n) {
    return (s:gsub("%a", func(c) {
        base := c:find("%u") && 65 || 97
        return string.char(base + math.mod(c:byte() - base + n, 26))
    }))
}
text := "The Quick Brown Fox, 1984!"
print(shift(text, 3), shift(shift(text, 3), -3) == text)           // expect: Wkh Txlfn Eurzq Ira, 1984!\ttrue
counts := {}
for c := range ("mississippi"):gmatch(".") { counts[c] = (counts[c] || 0) + 1 }
for _, k := range sort.asc(table.keys(counts)) { io.write(k, counts[k], " ") }
print()                                         // expect: i4 m1 p2 s4 
