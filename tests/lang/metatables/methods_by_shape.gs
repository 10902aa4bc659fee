// Calls of methods found by the shapes of their objects: each shape's way knows its callee, until something changes.
Base := {}
Base.__index = Base
Base.twice = func(self, k) { return self:size() * k }
Base.grow = func(self, by) { self.extra = (self.extra || 0) + by; return self:size() }
func class() {
  c := setmetatable({}, Base)
  c.__index = c
  return c
}
Box, Bar, Dot := class(), class(), class()
Box.size = func(self) { return self.w * self.h + (self.extra || 0) }
Bar.size = func(self) { return self.len + (self.extra || 0) }
Dot.size = func(self) { return 1 }
func make(i) {
  switch i % 3 {
  case 0: return setmetatable({w: i % 5, h: 2}, Box)
  case 1: return setmetatable({len: i % 7}, Bar)
  default: return setmetatable({}, Dot)
  }
}
func all(things, k) {
  sum := 0
  for _, t := range things { sum += t:twice(k + t:size()) }
  return sum
}
things := {}
for i := 1; i <= 30; i++ { things[i] = make(i) }
total := 0
for r := 1; r <= 300; r++ { total += all(things, 2) }
print(total)                                  // expect: 153000

// Objects that change their shape inside of the method.
for r := 1; r <= 100; r++ {
  for i, t := range things { total += t:grow(i % 2) }
}
print(total, things[1].extra, things[2].extra) // expect: 211100	100	0

// A method is replaced, gains an own field, or goes away.
size := Dot.size
Dot.size = func(self) { return 10 }
print(all(things, 1))                         // expect: 109714
things[5].size = func(self) { return 100 }
print(all(things, 1))                         // expect: 119704
Dot.size = nil
print(pcall(all, things, 1))                  // expect: false	attempt to call a nil value (method 'size' not found)
Dot.size = size
things[8] = "text"
print(pcall(all, things, 1))                  // expect: false	attempt to call a nil value (method 'twice' not found)
things[8] = setmetatable({w: 1, h: 1}, {__index: func(t, k) { return func(self, n) { return 7 } }})
print(all(things, 1))                         // expect: 118737

// Fields that some shapes have and others do not, with and without metatables.
func left_of(t) { return t.left }
Deep := setmetatable({}, {__index: {}})
Deep.__index = Deep
kinds := {{}, {left: 1}, {right: 1}, setmetatable({}, Deep), setmetatable({right: 2}, Deep)}
count := 0
for i := 1; i <= 3000; i++ { if left_of(kinds[i % 5 + 1]) { count++ } }
print(count)                                  // expect: 600
getmetatable(Deep).__index.left = "inherited"
for i := 1; i <= 3000; i++ { if left_of(kinds[i % 5 + 1]) { count++ } }
print(count, left_of(kinds[4]))               // expect: 2400	inherited
kinds[1].left = false
kinds[3].left = true
for i := 1; i <= 3000; i++ { if left_of(kinds[i % 5 + 1]) { count++ } }
print(count)                                  // expect: 4800
