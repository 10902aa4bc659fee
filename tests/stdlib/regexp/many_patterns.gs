// Patterns given as text are compiled again and again without growing memory.
collectgarbage()
before := collectgarbage("count")
for i := range 3000 { assert(regexp.match("^k" .. i .. "$", "k" .. i)) }
collectgarbage()
print(collectgarbage("count") - before < 4000)  // expect: true
