grid := {"S.#.", ".##.", "...E"}
func at(x, y) { return grid[y] && grid[y]:sub(x, x) || "" }
q, seen := container.queueNew(), container.setNew("1,1")
container.queuePush(q, {1, 1, 0})
steps := nil
for !container.queueEmpty(q) {
    p := container.queuePop(q)
    if at(p[1], p[2]) == "E" { steps = p[3]; break }
    for _, m := range {{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
        x, y := p[1] + m[1], p[2] + m[2]
        c := at(x, y)
        if c != "" && c != "#" && !container.setHas(seen, x .. "," .. y) { container.setAdd(seen, x .. "," .. y); container.queuePush(q, {x, y, p[3] + 1}) }
    }
}
print(steps, container.setSize(seen))           // expect: 5\t7
