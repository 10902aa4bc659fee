// A goroutine may recover its own errors.
done := make(chan)
go func() {
    defer func() { done <- recover() }()
    error("E")
}()
print(<-done)             // expect: E
