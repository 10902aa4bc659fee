outer: for k := range {1, 2, 3} {
    for v := range 3 {
        if v == 1 { continue outer }
        io.write(k, ":", v, " ")
    }
}
next1: for i := 0; i < 3; i++ {
    for { for { continue next1 } }
}
again: for _, c := range "ab" {
    switch c { case 97: continue again }
    io.write(c, " ")
}
print()              // expect: 1:0 2:0 3:0 98\x20
