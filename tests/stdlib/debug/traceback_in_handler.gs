// The handler of xpcall runs at the point of the error.
func fail() {
    t := nil
    return t.x
}
ok, trace := xpcall(fail, debug.traceback)
print(ok)                                       // expect: false
print(trace)
// expect: attempt to index a nil value
// expect: stack traceback:
// expect: \ttraceback_in_handler.gs:4: in function 'fail'
// expect: \ttraceback_in_handler.gs:6: in main chunk
