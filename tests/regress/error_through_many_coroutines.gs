// An error passes through a thousand nested coroutines in time proportional to their number.
limit := 0
func deeper(n) { if n == limit { error("E") } return coroutine.wrap(deeper)(n + 1) }
for _, l := range {100, 1000, 4000} { limit = l; print(pcall(deeper, 1)) }
// expect: false\tE
// expect: false\tE
// expect: false\tE
// skip with: --gc-stress
// timeout: 5
