s := container.setNew(1, "a", 1, true)
print(container.setSize(s), container.setHas(s, "a"), container.setHas(s, "b"), s.a, container.setHas(s, nil))     // expect: 3\ttrue\tfalse\ttrue\tfalse
container.setAdd(s, "b"); container.setAdd(s, "b"); container.setRemove(s, 1); container.setRemove(s, "none")
print(container.setSize(s), table.concat(container.setToArray(s), " "), container.setSize(container.setNew()))     // expect: 3\ta true b\t0
print(#container.setToArray(container.setNew()))                   // expect: 0
print(pcall(container.setAdd, s, nil))          // expect: false\ttable index is nil
for _, f := range {"setAdd", "setRemove", "setHas", "setSize", "setToArray"} {
    assert(select(2, pcall(container[f])) == "bad argument #1 to 'container." .. f .. "' (table expected, got nil)", f)
}
container.setHas("x", 1)                        // expect error: bad argument #1 to 'container.setHas' (table expected, got string)
