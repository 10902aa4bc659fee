// Goroutines without end use up the memory, not the machine.
ch := make(chan)
func spawn() { for { go func() { <-ch }() sched.yield() } }
print(pcall(spawn))                                    // expect: false\tout of memory
// flags: --memory-limit=64M
// timeout: 60
// skip with: --gc-stress
