// A ticker, a result and a deadline in one select.
results, ticks := make(chan), 0
go func() { time.sleep(0.05); results <- "ready" }()
tick := time.after(0.01)
deadline := time.after(5)
answer := nil
for answer == nil {
    select {
    case <-tick: ticks++; tick = time.after(0.01)
    case r := <-results: answer = r
    case <-deadline: answer = "too late"
    }
}
print(answer, ticks >= 2)                       // expect: ready\ttrue
