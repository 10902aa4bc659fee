jobs, results := make(chan, 2), make(chan)
for w := range 3 { go func() { for j := range jobs { results <- j * j } }() }
go func() { for i := 1; i <= 10; i++ { jobs <- i } close(jobs) }()
sum := 0
for range 10 { sum += <-results }
print(sum)                // expect: 385
