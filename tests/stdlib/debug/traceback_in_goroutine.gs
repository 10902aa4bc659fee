done := make(chan)
func worker() { done <- debug.traceback("in worker") }
go worker()
for _, line := range string.split(<-done, "\n") { print(line) }
// expect: in worker
// expect: stack traceback:
// expect: \ttraceback_in_goroutine.gs:2: in function 'worker'
