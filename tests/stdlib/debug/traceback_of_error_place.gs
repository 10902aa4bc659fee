func inner() { return debug.traceback("here", 1) }
func outer() {
    return inner()
}
print(outer())
// expect: here
// expect: stack traceback:
// expect: \ttraceback_of_error_place.gs:1: in function 'inner'
// expect: \ttraceback_of_error_place.gs:3: in function 'outer'
// expect: \ttraceback_of_error_place.gs:5: in main chunk
print(debug.traceback("far", 100))
// expect: far
// expect: stack traceback:
print(debug.traceback("x", 0):find("stack traceback:", 1, true) != nil)    // expect: true
debug.traceback("x", "y")                       // expect error: bad argument #2 to 'debug.traceback' (number expected, got string)
