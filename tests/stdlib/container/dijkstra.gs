Node := {__lt: func(a, b) { return a.d < b.d }}
graph := {a: {b: 7, c: 9, f: 14}, b: {a: 7, c: 10, d: 15}, c: {a: 9, b: 10, d: 11, f: 2}, d: {b: 15, c: 11, e: 6}, e: {d: 6, f: 9}, f: {a: 14, c: 2, e: 9}}
func shortest(from) {
    dist := {[from]: 0}
    h := container.heapNew()
    h:push(setmetatable({d: 0, at: from}, Node))
    for !h:empty() {
        n := h:pop()
        if n.d == dist[n.at] {
            for to, w := range graph[n.at] {
                if dist[to] == nil || n.d + w < dist[to] { dist[to] = n.d + w; h:push(setmetatable({d: n.d + w, at: to}, Node)) }
            }
        }
    }
    return dist
}
d := shortest("a")
print(d.a, d.b, d.c, d.d, d.e, d.f)             // expect: 0\t7\t9\t20\t20\t11
