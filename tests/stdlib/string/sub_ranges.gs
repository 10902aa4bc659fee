s := "abcdef"
print(s:sub(2, 4), s:sub(3), s:sub(-2), s:sub(2, -2))              // expect: bcd\tcdef\tef\tbcde
print("[" .. s:sub(4, 2) .. "]", "[" .. s:sub(10) .. "]", "[" .. s:sub(0, 0) .. "]")   // expect: []\t[]\t[]
print(s:sub(0), s:sub(-100, 2), s:sub(-100), s:sub(5, 100))        // expect: abcdef\tab\tabcdef\tef
print(s:sub(math.mininteger, math.maxinteger), s:sub(1, nil))      // expect: abcdef\tabcdef
print(#s:sub(math.maxinteger), #s:sub(1, math.mininteger))         // expect: 0\t0
// Every pair of indices against a loop over bytes.
for i := -8; i <= 8; i++ {
    for j := -8; j <= 8; j++ {
        from := i < 0 && i + 7 || i
        to := j < 0 && j + 7 || j
        want := ""
        for k := 1; k <= 6; k++ { if k >= from && k <= to { want = want .. string.char(s:byte(k)) } }
        assert(s:sub(i, j) == want, i .. "," .. j)
    }
}
