// Patterns given as text are kept for later calls, but only so many of them.
func use(n) { for i := range n { assert(regexp.match("^k" .. i .. "x" .. n .. "$", "k" .. i .. "x" .. n)) } }
use(2000)
collectgarbage()
before := collectgarbage("count")
use(5000)
collectgarbage()
print(collectgarbage("count") - before < 1000)  // expect: true
