// Thousands of goroutines are cheap.
ch, done := make(chan), make(chan)
for i := 1; i <= 5000; i++ { go func() { <-ch; done <- i }() }
sched.yield()
close(ch)
sum := 0
for range 5000 { sum += <-done }
print(sum)                // expect: 12502500
// skip with: --gc-stress
