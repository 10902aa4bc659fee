// A literal with more fields than fit in the object needs room for all of them at once.
parts := {}
for i := 1; i <= 60; i++ { append(parts, "k" .. i .. ": " .. i) }
mk := load("return func() { return {" .. table.concat(parts, ", ") .. "} }")()
objects := {}
for i := 1; i <= 100; i++ {
    t := mk()
    t.more = i
    append(objects, t)
}
sum := 0
for _, t := range objects { for _, v := range t { sum += v } }
print(sum)                         // expect: 188050
