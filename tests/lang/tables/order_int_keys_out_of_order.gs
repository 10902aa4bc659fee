func keys(t) {
    s := {}
    for k := range t { append(s, tostring(k)) }
    return table.concat(s, " ")
}
t := {}
t[3] = 1; t[2] = 1; t.x = 1; t[5] = 1
print(keys(t), #t)        // expect: 3 2 x 5\t0
t[1] = 1
print(keys(t), #t)        // expect: 1 2 3 x 5\t3
