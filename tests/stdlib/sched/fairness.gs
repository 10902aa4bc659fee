// A goroutine that never yields is preempted; others make progress.
counts := {0, 0}
stop := false
for i := 1; i <= 2; i++ { go func() { for !stop { counts[i]++ } }() }
time.sleep(0.15)
stop = true
print(counts[1] > 0 && counts[2] > 0)           // expect: true
