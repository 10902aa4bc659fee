parts := {}
for i := range 20000 { append(parts, `"key` .. i .. `":` .. i) }
v := json.decode("{" .. table.concat(parts, ",") .. "}")
sum := 0
for k, n := range v { assert(k == "key" .. n); sum += n }
print(table.count(v), sum, v.key19999)          // expect: 20000\t199990000\t19999
// The same key again and again.
print(table.count(json.decode("{" .. (`"a":1,`):rep(50000) .. `"a":2}`)))  // expect: 1
