a, b := container.setNew(1, 2, 3, 2), container.setNew(3, 4)
func list(s) { return table.concat(container.setToArray(s), " ") }
print(list(container.setUnion(a, b)), list(container.setIntersect(a, b)), list(container.setDifference(a, b)))   // expect: 1 2 3 4\t3\t1 2
container.setAdd(a, "x"); container.setRemove(a, 1); container.setRemove(a, "none")
print(list(a), container.setSize(a), container.setHas(a, "x"), container.setHas(a, 1), a.x)   // expect: 2 3 x\t3\ttrue\tfalse\ttrue

q := container.queueNew()
for i := range 5 { container.queuePush(q, i) }
container.queuePushFront(q, "front")
print(container.queuePop(q), container.queuePeek(q), container.queuePopBack(q), container.queueSize(q), container.queueEmpty(q))   // expect: front\t0\t4\t4\tfalse
for !container.queueEmpty(q) { io.write(container.queuePop(q), " ") }
print(container.queuePop(q), container.queuePeek(q), container.queuePopBack(q), container.queueSize(q))   // expect: 0 1 2 3 nil\tnil\tnil\t0

s := container.stackNew()
for i := range 3 { container.stackPush(s, i) }
print(container.stackPop(s), container.stackPeek(s), container.stackSize(s), container.stackEmpty(s))     // expect: 2\t1\t2\tfalse
container.stackPop(s); container.stackPop(s)
print(container.stackPop(s), container.stackPeek(s), container.stackEmpty(s))                             // expect: nil\tnil\ttrue

h := container.heapNew()
for _, v := range {5, 3, 8, 1, 9, 2} { h:push(v) }
print(h.size(), h:peek(), h:empty())                                                                      // expect: 6\t1\tfalse
for !h:empty() { io.write(h:pop(), " ") }
print(h:pop(), h.peek(), h:size())                                                                        // expect: 1 2 3 5 8 9 nil\tnil\t0
Item := {__lt: func(x, y) { return x.rank < y.rank }}
for i, rank := range {2, 1, 2, 1} { h:push(setmetatable({rank: rank, n: i}, Item)) }
for !h:empty() { item := h:pop(); io.write(item.rank, ":", item.n, " ") }
print()                                                                                                   // expect: 1:2 1:4 2:1 2:3 
h:push(1)
print(pcall(h.push, "x"))                    // expect: false\tattempt to compare string with number
print(h:size(), pcall(container.queuePush))  // expect: 1\tfalse\tbad argument #1 to 'container.queuePush' (table expected, got nil)
print(pcall(container.setUnion, {}, 1))      // expect: false\tbad argument #2 to 'container.setUnion' (table expected, got number)
