// expect compile error: 4:21: cannot assign to constant 'k'
func f() {
    const k = 1
    return func() { k = 2 }
}
