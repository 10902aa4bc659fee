for i := range 2 {
    select {
    default:
        if i == 0 { break }
        io.write("reached ", i, " ")
    }
    io.write("after ", i, " ")
}
print()                                        // expect: after 0 reached 1 after 1\x20
