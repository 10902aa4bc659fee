// expect compile error: 3:18: break outside loop, switch or select
for {
    f := func() { break }
    f()
}
