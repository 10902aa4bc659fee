outer:
for i := 0; i < 3; i++ {
    for j := 0; j < 3; j++ {
        if j == 1 { continue outer }
        if i == 2 { break outer }
        print(i, j)
    }
}
// expect: 0\t0
// expect: 1\t0
