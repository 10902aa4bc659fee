// expect compile error: 4:5: no new variables on left side of :=
func f() {
    a, b := 1, 2
    a, b := 3, 4
    return a, b
}
