// expect compile error: 3:1: cannot assign to constant 'k'
const k = 1
k := 2
