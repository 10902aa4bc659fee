h := container.heapNew()
print(h:empty(), h:size(), h:pop(), h:peek())   // expect: true\t0\tnil\tnil
seed := 7
for range 1000 { seed = (seed * 1103515245 + 12345) & 0x7fffffff; h:push(seed % 500) }
last := -1
for !h:empty() { top := h:peek(); v := h:pop(); assert(v == top && v >= last); last = v }
for _, w := range {"pear", "apple", "fig"} { h.push(w) }
print(h.pop(), h.pop(), h.pop(), h.size())      // expect: apple\tfig\tpear\t0
print(tostring(h):match("^heap: 0x") != nil)    // expect: true
h:push(1)
print(pcall(h.push, "x"), h:size())             // expect: false\t1
h:push({})                                      // expect error: attempt to compare table with number
