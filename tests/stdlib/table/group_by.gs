func group(arr, f) { return table.reduce(arr, func(acc, v) { k := f(v); acc[k] = append(acc[k] || {}, v); return acc }, {}) }
g := group({"apple", "avocado", "banana", "blueberry", "cherry"}, func(s) { return s:sub(1, 1) })
for _, k := range table.keys(g) { io.write(k, ":", #g[k], ":", g[k][1], " ") }
print()                                         // expect: a:2:apple b:2:banana c:1:cherry 
