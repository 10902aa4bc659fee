s := container.stackNew()
print(container.stackEmpty(s), container.stackSize(s), container.stackPop(s), container.stackPeek(s))      // expect: true\t0\tnil\tnil
for i := range 3 { container.stackPush(s, i) }
print(container.stackPeek(s), container.stackPop(s), container.stackSize(s), container.stackPop(s), container.stackPop(s), container.stackPop(s), container.stackEmpty(s))       // expect: 2\t2\t2\t1\t0\tnil\ttrue
for i := range 1000 { container.stackPush(s, i) }
print(container.stackSize(s), container.stackPop(s))               // expect: 1000\t999
for _, f := range {"stackPush", "stackPop", "stackPeek", "stackSize", "stackEmpty"} {
    assert(select(2, pcall(container[f], "x")) == "bad argument #1 to 'container." .. f .. "' (table expected, got string)", f)
}
container.stackPush(nil, 1)                     // expect error: bad argument #1 to 'container.stackPush' (table expected, got nil)
