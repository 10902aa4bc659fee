// A live heap of some 200 MB under steady mutation: 1.2 million objects in 2000 buckets, every step replaces 100 of them at random.
// Prints percentiles of the time a step takes, in milliseconds. Argument: steps (40000).
buckets := {}
for i := 1; i <= 2000; i++ {
  b := {}
  for j := 1; j <= 600; j++ { b[j] = {id: i * 1000 + j, name: "object", next: {x: j, y: i}} }
  buckets[i] = b
}

seed := 42
func random(n) {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n + 1
}

func step(s) {
  for k := 1; k <= 100; k++ {
    b := buckets[random(2000)]
    b[random(600)] = {id: s, name: "object", next: {x: k, y: s}}
  }
}

steps := tonumber(arg[1]) || 40000
samples := {}
for s := 1; s <= steps; s++ {
  start := os.clock()
  step(s)
  samples[s] = os.clock() - start
}
table.sort(samples)
func at(share) { return samples[math.max(1, math.floor(#samples * share))] * 1000 }
print(string.format("%.3f %.3f %.3f %.3f", at(0.5), at(0.99), at(0.999), at(1)))
