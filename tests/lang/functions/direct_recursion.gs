// Functions that call themselves and each other so often that their calls are compiled: every way such a call can end otherwise.

func repeat_all(n, f) { r := nil; for i := 1; i <= n; i++ { r = f(i) }; return r }

// Results of several types from one function.
func mixed(n) {
  if n <= 0 { return 0 }
  if n % 7 == 3 { return "s" .. n }
  if n % 11 == 5 { return nil }
  if n % 13 == 6 { return n * 0.5 }
  r := mixed(n - 1)
  if type(r) == "number" { return r + n }
  return n
}
func summarize(n) {
  ints, floats, strings, nils := 0, 0, 0, 0
  for i := 0; i < n; i++ {
    r := mixed(i)
    t := math.type(r)
    if t == "integer" { ints += r } else if t == "float" { floats += r } else if r == nil { nils++ } else { strings += #r }
  }
  return ints, floats, strings, nils
}
for i := 1; i <= 20; i++ { summarize(200) }
print(summarize(500))                   // expect: 198589	43525.5	269	39

// Ints that outgrow the inline representation, and wrap.
func doubled(n) { if n == 0 { return 1 }; return 2 * doubled(n - 1) }
repeat_all(300, func(i) { return doubled(i % 40) })
print(doubled(46), doubled(47), doubled(48), doubled(62), doubled(63), doubled(64))
// expect: 70368744177664	140737488355328	281474976710656	4611686018427387904	-9223372036854775808	0
func passed_on(big, n) { if n == 0 { return big }; return passed_on(big + n, n - 1) }
repeat_all(300, func(i) { return passed_on(i, 20) })
print(passed_on(math.maxinteger - 100, 10), passed_on(1 << 47, 3), passed_on(math.maxinteger, 1))
// expect: 9223372036854775762	140737488355334	-9223372036854775808
print(passed_on(0.5, 4), pcall(passed_on, "x", 0), passed_on("7", 1))  // expect: 10.5	true	8

// Errors at depth, caught outside and on the way.
func fails_at(n) { if n == 0 { error("deep") }; return 1 + fails_at(n - 1) }
for i := 1; i <= 50; i++ { pcall(fails_at, 100) }
print(pcall(fails_at, 1000))            // expect: false	deep
func guarded(n) {
  if n == 0 { error({level: 0}) }
  if n % 10 == 0 {
    ok, e := pcall(guarded, n - 1)
    if ok { return e + 1 }
    return e.level + 1
  }
  return guarded(n - 1) + 1
}
for i := 1; i <= 50; i++ { pcall(guarded, 60) }
print(guarded(100), guarded(95))        // expect: 91	86

// Too few and too many arguments; variable ones.
func loose(a, b, c) { if a == 0 { return (b || 1) + (c || 2) }; if a % 3 == 0 { return loose(a - 1) }; if a % 3 == 1 { return loose(a - 1, a) }; return loose(a - 1, a, a, a, a) }
print(repeat_all(200, func(i) { return loose(i % 30) }), loose(1), loose(2), loose(3))  // expect: 3	3	3	3
func listed(n, ...) { if n == 0 { return select("#", ...) }; return listed(n - 1, n, ...) }
print(repeat_all(200, func(i) { return listed(i % 20) }))  // expect: 0
func several(n) { if n == 0 { return 1, 2, 3 }; a, b, c := several(n - 1); return b, c, a + 1 }
repeat_all(200, func(i) { return several(9) })
print(several(9))                       // expect: 4	5	6
func nothing(n, t) { if n == 0 { return }; t[n] = n; nothing(n - 1, t) }
t := {}
for i := 1; i <= 200; i++ { nothing(20, t) }
print(#t, nothing(1, t), select("#", nothing(2, t)))  // expect: 20	nil	0
func perhaps(n) { if n % 5 == 4 { return }; if n <= 0 { return n }; return perhaps(n - 1) }
count := 0
for i := 1; i <= 300; i++ { count += select("#", perhaps(i)) }
print(count, perhaps(3), perhaps(9))    // expect: 3	0

// A function replaced while it recurs.
func changing(n) {
  if n == 0 { changing = func(k) { return -k }; return 0 }
  return 1 + changing(n - 1)
}
original := changing
for i := 1; i <= 60; i++ { changing = original; changing(30) }
changing = original
print(changing(40), changing(40))       // expect: 40	-40
swap_at := 1e9
func twice(n) { if n <= 1 { swap_now(n); return 1 }; return twice(n - 1) + twice(n - 2) }
func swap_now(n) { if swap_at == 0 { twice = func(k) { return 100 } }; swap_at-- }
for i := 1; i <= 20; i++ { twice(12) }
swap_at = 10
print(twice(12))                        // expect: 711

// Even and odd, of each other.
func is_even(n) { if n == 0 { return true }; return is_odd(n - 1) }
func is_odd(n) { if n == 0 { return false }; return is_even(n - 1) }
repeat_all(300, func(i) { return is_even(i % 50) })
print(is_even(100), is_odd(100), is_even(77), is_odd(77))  // expect: true	false	false	true

// More parameters than registers.
func wide(a, b, c, d, e, f, g, h) { if a == 0 { return b + c + d + e + f + g + h }; return wide(a - 1, c, d, e, f, g, h, b) }
print(repeat_all(200, func(i) { return wide(i % 9, 1, 2, 3, 4, 5, 6, 7) }))  // expect: 28
func floats(a, x, y, z) { if a == 0 { return x * y - z }; return floats(a - 1, y, z, x + 0.5) }
print(repeat_all(200, func(i) { return floats(i % 9, 1.0, 2.0, 3.0) }), floats(2, 1, 2.0, 3.0))  // expect: 2.0	2.0

// Upvalues, closures of one function, methods.
func make(step) {
  walk := nil
  walk = func(n) { if n <= 0 { return 0 }; return step + walk(n - step) }
  return walk
}
one, two := make(1), make(2)
for i := 1; i <= 200; i++ { one(20); two(20) }
print(one(30), two(31))                 // expect: 30	32
Tree := {}
Tree.__index = Tree
Tree.depth = func(self) { if !self.left { return 1 }; return 1 + math.max(self.left:depth(), self.right:depth()) }
func grow(n) { if n == 0 { return setmetatable({}, Tree) }; return setmetatable({left: grow(n - 1), right: grow(n - 1)}, Tree) }
for i := 1; i <= 20; i++ { grow(6):depth() }
print(grow(9):depth())                  // expect: 10
