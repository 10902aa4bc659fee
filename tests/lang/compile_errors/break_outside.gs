// expect compile error: 3:19: break outside loop, switch or select
for {
    f := func() { break }
    f()
}
