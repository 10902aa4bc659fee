// At least a million values can be passed, returned and unpacked at once.
t := {}
for i := 1; i <= 1000000; i++ { t[i] = i }
func count(...) { return #..., select(#..., ...) }
print(count(unpack(t)))                    // expect: 1000000\t1000000
func back() { return unpack(t) }
print(select("#", back()))                 // expect: 1000000
print(#{unpack(t)}, #table.pack(t...))     // expect: 1000000\t1000000
print(math.max(t...))                      // expect: 1000000
// timeout: 20
// skip with: --gc-stress
