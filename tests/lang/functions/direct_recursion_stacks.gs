// Compiled recursion and stacks: overflow, coroutines that yield from its depth, ones made and resumed there, collections at depth.

func endless(n) { return 1 + endless(n + 1) }
for i := 1; i <= 3; i++ { ok, e := pcall(endless, 0); print(ok, string.find(e, "stack overflow") != nil) }
// expect: false	true
// expect: false	true
// expect: false	true
func ping(n) { return 1 + pong(n + 1) }
func pong(n) { return 1 + ping(n + 1) }
ok, e := pcall(ping, 0)
print(ok, string.find(e, "stack overflow") != nil)  // expect: false	true
func down(n) { if n == 0 { return 0 }; return 1 + down(n - 1) }
for i := 1; i <= 200; i++ { down(50) }
print(down(15000))                      // expect: 15000
ok, e = pcall(down, 1e9 | 0)
print(ok, string.find(e, "stack overflow") != nil, down(100))  // expect: false	true	100

// Yields from every depth.
func visit(n) {
  if n == 0 { return 1 }
  coroutine.yield(n)
  return visit(n - 1) + visit(n - 1)
}
func drain(n) { s := 0; for v := range coroutine.wrap(func() { r := visit(n); s += r }) { s += v * 1000 }; return s }
for i := 1; i <= 20; i++ { drain(5) }
print(drain(8))                         // expect: 502256
// A coroutine made and finished in each frame.
func nested(n) {
  if n == 0 { return 0 }
  co := coroutine.wrap(func(a) { b := coroutine.yield(a + nested(n - 1)); return b * 2 })
  x := co(1)
  return x + co(n)
}
for i := 1; i <= 30; i++ { nested(6) }
print(nested(12))                       // expect: 168
// Abandoned at depth.
func waits(n) { if n == 0 { coroutine.yield("there") }; return 1 + waits(n - 1) }
for i := 1; i <= 50; i++ { co := coroutine.create(waits); coroutine.resume(co, 30) }
co := coroutine.create(waits)
print(coroutine.close(co), coroutine.resume(co, 500))  // expect: true	false	cannot resume dead coroutine
// Goroutines that take turns in recursion.
results := make(chan, 4)
func fibonacci(n) { if n < 2 { return n }; return fibonacci(n - 1) + fibonacci(n - 2) }
for i := 1; i <= 4; i++ { go func() { results <- fibonacci(20 + i) }() }
sum := 0
for i := 1; i <= 4; i++ { sum += <-results }
print(sum)                              // expect: 103682

// What frames in the middle hold survives collections.
func holds(n) {
  if n == 0 { collectgarbage(); return {n: 0} }
  mine := {n: n, text: "t" .. n}
  below := holds(n - 1)
  return {n: mine.n + below.n, text: mine.text}
}
for i := 1; i <= 5; i++ { holds(30) }
r := holds(100)
print(r.n, r.text)                      // expect: 5050	t100
func joined(n) { if n == 0 { return "" }; s := joined(n - 1) .. n; if n % 50 == 0 { collectgarbage() }; return s }
for i := 1; i <= 10; i++ { joined(20) }
print(#joined(200))                     // expect: 492

// Frames of a traceback, and deferred calls between compiled ones.
func named(n) { if n == 0 { return debug_depth() }; return 0 + named(n - 1) }
func debug_depth() { _, lines := string.gsub(debug.traceback(), "in function 'named'", ""); return lines }
for i := 1; i <= 100; i++ { named(5) }
print(named(7))                         // expect: 8
log := {}
func cleans(n) {
  if n == 0 { error("end") }
  if n % 20 == 0 { return cleans_with_defer(n) }
  return cleans(n - 1) + 1
}
func cleans_with_defer(n) { defer func() { log[#log + 1] = n }(); return cleans(n - 1) }
for i := 1; i <= 20; i++ { log = {}; pcall(cleans, 65) }
print(table.concat(log, " "), pcall(cleans, 65))  // expect: 20 40 60	false	end
