// The place is the line of the failing operator.
func f(a, b) {
    return a
        + b      // expect error: attempt to perform arithmetic on a nil value
}
f(1, nil)
