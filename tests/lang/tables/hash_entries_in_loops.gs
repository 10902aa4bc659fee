// Values under int and string keys in a table's general part, read and stored in hot loops; keys and tables of other sorts in between.
func bump(t, k, by) {
    c := t[k]
    if c { t[k] = c + by } else { t[k] = by }
    return t[k]
}

words := {}
for i := 1; i <= 60; i++ { words[i] = "word " .. i * 7 % 60 }
counts := {}
for r := 1; r <= 50; r++ {
    for i := 1; i <= 60; i++ { bump(counts, words[i], i) }
}
print(counts["word 7"], counts["word 0"], counts["word 60"])
// expect: 50\t3000\tnil

sparse, s := {}, 0
for r := 1; r <= 50; r++ {
    for i := 1; i <= 60; i++ { s += bump(sparse, i * 1000003, i) }
}
print(s, sparse[60 * 1000003], sparse[7])
// expect: 2333250\t3000\tnil

// Floats equal to ints, ints too big to be inline, long strings, floats, values that are cells.
print(bump(sparse, 1000003.0, 1), bump(sparse, 0.5, 3), bump(sparse, math.maxinteger, 4), bump(sparse, math.maxinteger, 4))
long := string.rep("x", 100)
print(bump(counts, long, 1), bump(counts, string.rep("x", 100), 1), pcall(bump, counts, nil, 1))
print(bump(sparse, 2000006, math.maxinteger - 100) == math.maxinteger, bump(sparse, 2000006, 1) == math.mininteger)
print(bump(counts, "word 7", 0.5), bump(counts, "word 7", 0.5), pcall(bump, sparse, 0.0/0.0, 1))
// expect: 51\t3\t4\t8
// expect: 1\t2\tfalse\ttable index is nil
// expect: true\ttrue
// expect: 50.5\t51.0\tfalse\ttable index is NaN

// Removed, then stored again: at the end of the order.
func last(t) { k := nil; for key := range t { k = key }; return k }
for i := 1; i <= 40; i++ {
    sparse[i % 60 * 1000003 + 1000003] = nil
    bump(sparse, i % 60 * 1000003 + 1000003, 9)
    if last(sparse) != i % 60 * 1000003 + 1000003 { print("order", i) }
}
print(sparse[2 * 1000003])
// expect: 9

// References, over collections.
boxes := {}
for i := 1; i <= 200; i++ { boxes[i * 1000] = {i} }
for r := 1; r <= 30; r++ {
    for i := 1; i <= 200; i++ { boxes[i * 1000] = {boxes[i * 1000][1] + 1, string.rep("y", 50)} }
}
collectgarbage()
s = 0
for i := 1; i <= 200; i++ { s += boxes[i * 1000][1] + #boxes[i * 1000][2] }
print(s)
// expect: 36100

// What is absent may come from a metatable, and new keys may go there.
log, store := 0, {}
watched := setmetatable({}, {__index: func(t, k) { return -1 }, __newindex: func(t, k, v) { log++; rawset(t, k, v) }})
func fill(t) {
    s := 0
    for i := 1; i <= 100; i++ {
        s += t[i * 500] || 0
        t[i * 500] = i
        s += t[i * 500]
    }
    return s
}
plain := {}
for r := 1; r <= 5; r++ { fill(plain) }
print(fill(plain), fill(watched), log, fill(watched), log, fill(setmetatable({}, {__mode: "v"})))
// expect: 10100\t4950\t100\t10100\t100\t5050

// Keys that grow into the array part while they are read.
func total(t, from, to) { s := 0; for i := from; i <= to; i++ { s += t[i] || 0 }; return s }
late := {}
for i := 2; i <= 300; i++ { late[i] = i }
print(total(late, 2, 300), total(late, 2, 300))
late[1] = 1
print(total(late, 1, 300), #late)
// expect: 45149\t45149
// expect: 45150\t300
