// A guard that one register needs before two ways meet must not change what another register holds there.
func sum(row, n) {
    s := 0
    for j := 1; j <= n; j++ {
        last := j == 1 && n || j - 1
        s += row[last]
    }
    return s
}

row := {}
for i := 1; i <= 9000; i++ { row[i] = i }
for k := 1; k <= 3; k++ { print(sum(row, 9000)) }
// expect: 40504500
// expect: 40504500
// expect: 40504500
