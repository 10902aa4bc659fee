// Strings and numbers made to collide stay fast.
func distinct(make) {
    t := {}
    for i := 1; i <= 50000; i++ { t[make(i)] = i }
    return table.count(t)
}
for k := range 12 {
    if distinct(func(i) { return (-i) << (k * 4) }) != 50000 { print("lost keys") }
}
print(distinct(func(i) { return -i / 4294967296 }))             // expect: 50000
print(distinct(func(i) { return i * 4294967296 + 0.5 }))        // expect: 50000
// Multiples of the inverse of a hash function's multiplier.
print(distinct(func(i) { return i * -1018231460777725123 }))    // expect: 50000
// A word that equals a hash function's constant.
zeroing := string.pack("<i8", 0x8bb84b93962eacc9)
print(distinct(func(i) { return zeroing .. string.pack("<i8", i) .. "rest" }))    // expect: 50000
print(distinct(func(i) { return (zeroing .. "12345678"):rep(3) .. string.pack("<i8", i) .. zeroing }))    // expect: 50000
// timeout: 20
// skip with: --gc-stress
