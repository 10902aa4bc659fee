// flags: --memory-limit=16M --set=jit.threshold=20 --set=opt.threshold=100
// timeout: 60
// skip with: --gc-stress
// Machine code of functions that are gone makes room for that of others, whoever is suspended meanwhile.
func hot(i) {
  f := load("func add(a, b) { return a + b }; return func(n) { s := 0; for i := 0; i < n; i++ { s = add(s, i + " .. i .. ") }; return s }")()
  return f(400)
}
sleepers := {}
for i := 1; i <= 20; i++ {
  sleepers[i] = coroutine.wrap(func() { for { coroutine.yield(hot(i)) } })
  sleepers[i]()
}
sum := 0
for i := 1; i <= 4000; i++ {
  sum += hot(i)
  if i % 50 == 0 { sum += sleepers[i % 20 + 1]() }
}
print(sum)                                                 // expect: 3526576000
print(collectgarbage("stats").peak < 8 * 1024 * 1024)      // expect: true
