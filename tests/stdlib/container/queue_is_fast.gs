// Popping from the front of a long queue does not move the rest.
q := container.queueNew()
for i := range 200000 { container.queuePush(q, i) }
sum := 0
for !container.queueEmpty(q) { sum += container.queuePop(q) }
print(sum, container.queueSize(q))              // expect: 19999900000\t0
