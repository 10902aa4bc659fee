// A long mixed load: strings, tables, closures, big arrays, coroutines, hashes, weak tables, in a bounded working set. Prints the
// heap's size now and then; it and the process's memory should stay where they are after the first rounds.
// Argument: seconds (60).
seconds := tonumber(arg[1]) || 60
start := os.time()
seed := 1
func random(n) {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n + 1
}

objects, texts, hashes, arrays, running := {}, {}, {}, {}, {}
weak := setmetatable({}, {__mode: "k"})
for i := 1; i <= 20000; i++ { objects[i] = {id: i, next: {}} }
for i := 1; i <= 50; i++ { hashes[i] = {}; arrays[i] = {}; texts[i] = "" }

func step() {
  o := {id: random(1000), next: {random(9), "text " .. random(100000)}, f: func() { return seed }}
  objects[random(#objects)] = o
  weak[o] = {o.id}
  h := hashes[random(#hashes)]
  h["key " .. random(2000)] = o.next
  h[random(1000) * 1.5] = nil
  a := random(#arrays)
  if #arrays[a] > random(20000) { arrays[a] = {} } else { for i := 1; i <= 20; i++ { append(arrays[a], o) } }
  t := random(#texts)
  texts[t] = if_longer(texts[t])
  if random(20) == 1 {
    co := coroutine.wrap(func(x) { for { x = coroutine.yield({x}) } })
    co(1)
    running[random(200)] = co
  }
}

func if_longer(s) {
  if #s > 20000 { return "" }
  return s .. "some more text, and a number " .. random(1000)
}

rounds, shown := 0, -1
for os.time() - start < seconds {
  for i := 1; i <= 2000; i++ { step() }
  rounds++
  elapsed := math.floor((os.time() - start) / 5)
  if elapsed != shown {
    shown = elapsed
    print(string.format("%4d s  %6d rounds  %.1f MiB", elapsed * 5, rounds, collectgarbage("count") / 1024))
  }
}
