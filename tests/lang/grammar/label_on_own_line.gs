outer:
for i := range 3 {
    inner:
    for j := range 3 {
        if j == 1 { continue outer }
        if i == 1 { break outer }
        print(i, j)    // expect: 0\t0
        continue inner
    }
}
