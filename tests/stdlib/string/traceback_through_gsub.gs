// An error in a callback is reported at its own place, with the frames that led there.
func replace(c) {
    return nil .. c                             // expect error: attempt to concatenate a nil value
}
func rewrite(s) { return (s:gsub("%w", replace)) }
rewrite("abc")
