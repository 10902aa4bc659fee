// Deferred calls run at the end of a goroutine's function.
done := make(chan)
go func() {
    defer func() { done <- "deferred" }()
    print("goroutine")
}()
print(<-done)
// expect: goroutine
// expect: deferred
