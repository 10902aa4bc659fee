// Every face comes about equally often, and every bit of a full-range int is used.
math.randomseed(7)
seen := {0, 0, 0, 0, 0, 0}
for range 60000 { seen[math.random(6)]++ }
for face, n := range seen { assert(n > 9500 && n < 10500, face .. ": " .. n) }
ones, zeros := 0, -1
for range 200 { r := math.random(math.mininteger, math.maxinteger); ones |= r; zeros &= r }
print(ones, zeros)                              // expect: -1\t0
sum := 0
for range 20000 { sum += math.random() }
print(sum > 9800 && sum < 10200)                // expect: true
