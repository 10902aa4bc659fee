// flags: --set=jit.threshold=8 --set=opt.threshold=30 --set=opt.exits=2
// An object that a loop makes anew in each iteration is held as its fields; who it is, and what was there before the loop, stays.
func point(x, y) { return {x: x, y: y} }

func follow(start, n) {
    p, before, same := start, nil, 0
    for i := 1; i <= n; i++ {
        if p == start { same++ }
        if before != nil && before == p { same += 100 }
        before = p
        p = point(p.x + i, p.y - before.x)
    }
    return p, before, same
}

func leaving(start, n) {
    p := start
    for i := 1; i <= n; i++ {
        if i == 70 { p.extra = i }
        if p.extra { return p, i }
        p = point(p.x + 1, p)
    }
    return p, 0
}

func chain(n) {
    head := nil
    for i := 1; i <= n; i++ { head = {next: head, value: i} }
    s := 0
    for head != nil { s += head.value; head = head.next }
    return s
}

start := point(1, 2)
for k := 1; k <= 200; k++ {
    p, before, same := follow(start, k % 5)
    if k % 5 == 0 && (p != start || before != nil || same != 0) { print("none", k, same) }
    if k % 5 == 1 && (before != start || same != 1) { print("one", k, same) }
    if k % 5 > 1 && (before == start || same != 1) { print("more", k, same) }
}
p, before, same := follow(start, 300)
print(p.x, p.y, before.x, same)              // expect: 45151\t-4500248\t44851\t1
q, i := leaving(start, 200)
print(q.x, q.extra, i, q.y.x)                // expect: 70\t70\t70\t69
print(start.extra, chain(500))               // expect: nil\t125250
for k := 1; k <= 100; k++ { q, i = leaving(point(k, 0), k) }
print(q.x, i)                                // expect: 169\t70
