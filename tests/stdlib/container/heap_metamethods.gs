// First in, first out among equals; a comparison may raise or yield.
Job := {__lt: func(a, b) { return a.p < b.p }}
func job(p, n) { return setmetatable({p: p, n: n}, Job) }
h := container.heapNew()
for i, p := range {2, 1, 2, 1, 3, 1} { h:push(job(p, i)) }
order := {}
for !h:empty() { append(order, h:pop().n) }
print(table.concat(order, " "))                 // expect: 2 4 6 1 3 5
picky := setmetatable({}, {__lt: func(a, b) { error("no order") }})
h:push(picky)
print(pcall(h.push, h, picky))                  // expect: false\tno order
print(h:size() >= 1, pcall(func() { h.x = 1 })) // expect: true\tfalse\tcannot assign to a field of a heap object
