func f(n) { return debug.traceback("m", n) }
print(f(2))
// expect: m
// expect: stack traceback:
// expect: \ttraceback_levels.gs:2: in main chunk
print(debug.traceback(nil, 1))
// expect: stack traceback:
// expect: \ttraceback_levels.gs:6: in main chunk
t := {}
print(debug.traceback(t) == t, debug.traceback(5))   // expect: true\t5
