// A queue driven at random from both ends against a table.
seed := 1
func rnd(n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 10) % n }
q, model := container.queueNew(), {}
for i := range 20000 {
    switch rnd(5) {
    case 0, 1: container.queuePush(q, i); append(model, i)
    case 2: container.queuePushFront(q, i); table.insert(model, 1, i)
    case 3: assert(container.queuePop(q) == table.remove(model, 1))
    case 4: assert(container.queuePopBack(q) == table.remove(model))
    }
    assert(container.queueSize(q) == #model && container.queuePeek(q) == model[1])
    if #model > 200 { for #model > 0 { assert(container.queuePop(q) == table.remove(model, 1)) } }
}
print("equal")                                  // expect: equal
