// expect compile error: 6:1: cannot assign to constant 'k'
// expect compile error: 7:1: cannot assign to constant 'k'
// expect compile error: 8:1: cannot assign to constant 'k'
// expect compile error: 9:6: cannot assign to constant 'k'
const k = 1
k = 2
k += 1
k++
func k() { }
