// flags: --memory-limit=16M
// timeout: 60
// skip with: --gc-stress
// Whatever the memory is filled with, the limit holds to 64 KiB, the collector's own lists included.
const limit = 16 * 1024 * 1024

func fill(make) {
  kept := {}
  ok, message := pcall(func() { for { append(kept, make(#kept + 1, kept)) } })
  kept = nil
  collectgarbage()
  return message
}

old := {}
for i := 1; i <= 20000; i++ { old[i] = {} }
collectgarbage()

makers := {
  tables: func(i) { return {id: i, next: {}} },
  arrays: func(i) { return {1, 2, 3, 4, 5, 6, 7, i} },
  hashes: func(i) { return {[i + 0.5]: {}, [true]: i} },
  strings: func(i) { return "string number " .. i },
  long: func(i) { return string.rep("x", 10000) .. i },
  closures: func(i) { return func() { return i } },
  coroutines: func(i) { co := coroutine.wrap(func() { coroutine.yield(i) }); co(); return co },
  channels: func(i) { return make(chan, 10) },
  weak: func(i) { return setmetatable({[{}]: {}}, {__mode: "k"}) },
  finalizers: func(i) { return setmetatable({}, {__gc: func() {}}) },
  remembered: func(i) { o := old[i % 20000 + 1]; o.x = {i}; return {o} },
}

for _, name := range {"tables", "arrays", "hashes", "strings", "long", "closures", "coroutines", "channels", "weak", "finalizers",
                      "remembered"} {
  message := fill(makers[name])
  if message != "out of memory" { print(name, message) }
}
print(collectgarbage("stats").peak <= limit + 65536)   // expect: true
