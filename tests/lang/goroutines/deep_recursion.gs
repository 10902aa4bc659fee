// At least 10000 nested calls in a goroutine; overflow is ordinary.
func depth(n) { if n == 0 { return 0 } return 1 + depth(n - 1) }
func forever() { return 1 + forever() }
ch := make(chan)
go func() { ch <- depth(9500); ch <- {pcall(forever)} }()
print(<-ch)               // expect: 9500
print((<-ch)[2])          // expect: stack overflow
// skip with: --gc-stress
