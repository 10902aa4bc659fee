func list(s) { return table.concat(container.setToArray(s), " ") }
a, b := container.setNew(1, 2, 3), container.setNew(3, 4, 1)
print(list(container.setUnion(a, b)), list(container.setIntersect(a, b)), list(container.setDifference(a, b)), list(container.setDifference(b, a)))       // expect: 1 2 3 4\t1 3\t2\t4
print(list(a), list(b), container.setSize(container.setUnion({}, {})), container.setSize(container.setIntersect(a, {})))   // expect: 1 2 3\t1 3 4\t0\t0
for _, f := range {"setUnion", "setIntersect", "setDifference"} {
    assert(select(2, pcall(container[f], {})) == "bad argument #2 to 'container." .. f .. "' (table expected, got nil)", f)
}
container.setUnion(1, {})                       // expect error: bad argument #1 to 'container.setUnion' (table expected, got number)
