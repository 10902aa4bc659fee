func distance(a, b) {
    row := {}
    for j := 0; j <= #b; j++ { row[j] = j }
    for i := 1; i <= #a; i++ {
        last := row[0]
        row[0] = i
        for j := 1; j <= #b; j++ {
            cost := a:byte(i) == b:byte(j) && 0 || 1
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + cost)
        }
    }
    return row[#b]
}
print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"), distance("flaw", "lawn"))      // expect: 3\t3\t0\t2
