// Sleepers wake in order of deadline.
done := make(chan)
for i := 3; i >= 1; i-- { go func() { time.sleep(i * 0.02); done <- i }() }
print(<-done, <-done, <-done)     // expect: 1\t2\t3
