func f() { return debug.traceback("msg") }
func g() { return debug.traceback() }
print(f())
// expect: msg
// expect: stack traceback:
// expect: \ttraceback.gs:1: in function 'f'
// expect: \ttraceback.gs:3: in main chunk
print(g())
// expect: stack traceback:
// expect: \ttraceback.gs:2: in function 'g'
// expect: \ttraceback.gs:8: in main chunk
