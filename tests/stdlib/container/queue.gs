q := container.queueNew()
print(container.queueEmpty(q), container.queueSize(q), container.queuePop(q), container.queuePeek(q), container.queuePopBack(q))   // expect: true\t0\tnil\tnil\tnil
container.queuePush(q, "a"); container.queuePush(q, "b"); container.queuePushFront(q, "z")
print(container.queuePeek(q), container.queueSize(q), container.queuePopBack(q), container.queuePop(q), container.queuePop(q), container.queueEmpty(q))    // expect: z\t3\tb\tz\ta\ttrue
for _, f := range {"queuePush", "queuePop", "queuePeek", "queuePushFront", "queuePopBack", "queueSize", "queueEmpty"} {
    assert(select(2, pcall(container[f], 5)) == "bad argument #1 to 'container." .. f .. "' (table expected, got number)", f)
}
container.queuePop()                            // expect error: bad argument #1 to 'container.queuePop' (table expected, got nil)
