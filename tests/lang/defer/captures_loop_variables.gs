func f() {
    for i := range 3 { defer func() { io.write(i, " ") }() }
}
f()
print()           // expect: 2 1 0\x20
