// At least 10000 nested calls fit in a coroutine; overflow is an ordinary error.
func depth(n) { if n == 0 { return 0 } return 1 + depth(n - 1) }
print(coroutine.wrap(func() { return depth(9000) })())           // expect: 9000
func forever() { return 1 + forever() }
print(coroutine.resume(coroutine.create(forever)))               // expect: false\tstack overflow
// skip with: --gc-stress
