func inner() { error("E") }
func outer() { inner() }
_, text := xpcall(outer, func(e) { return debug.traceback(e) })
print(text)
// expect: E
// expect: stack traceback:
// expect: \txpcall_traceback.gs:3: in function <xpcall_traceback.gs:3>
// expect: \txpcall_traceback.gs:1: in function 'inner'
// expect: \txpcall_traceback.gs:2: in function 'outer'
// expect: \txpcall_traceback.gs:3: in main chunk
