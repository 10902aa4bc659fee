// Several of each over one channel; a wait group closes it.
jobs, results := make(chan, 4), make(chan, 100)
workers := sync.waitgroup()
for range 3 {
    workers:add()
    go func() { defer workers:done(); for j := range jobs { results <- j * j; sched.yield() } }()
}
for i := range 20 { jobs <- i }
close(jobs)
workers:wait()
close(results)
sum := 0
for r := range results { sum += r }
print(sum, len(results))                        // expect: 2470\t0
