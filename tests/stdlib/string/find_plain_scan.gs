// Plain search against a search by hand, over all short needles of a repetitive text.
text := "aabaabaaab"
func by_hand(s, needle, init) {
    for i := init; i + #needle - 1 <= #s; i++ { if s:sub(i, i + #needle - 1) == needle { return i } }
    return nil
}
for i := 1; i <= #text; i++ {
    for j := i; j <= #text; j++ {
        for init := 1; init <= #text; init++ {
            needle := text:sub(i, j)
            assert((string.find(text, needle, init, true)) == by_hand(text, needle, init), needle)
        }
    }
}
big := string.rep("a", 200000) .. "b"
print(string.find(big, string.rep("a", 100) .. "b", 1, true))      // expect: 199901\t200001
