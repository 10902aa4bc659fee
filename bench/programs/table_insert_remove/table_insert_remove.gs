// The library's insert and remove: at the end, in the middle and at the front.
// Argument: n (3000). Prints a checksum of the stack and one of the queue.

const insert, remove = table.insert, table.remove

func stack(reps) {
    t, s := {}, 0
    for r := 1; r <= reps; r++ {
        for i := 1; i <= 1000; i++ { insert(t, i + r) }
        for i := 1; i <= 990; i++ { s = (s + remove(t)) % 1000003 }
    }
    return s + #t
}

func queue(reps) {
    q, s := {}, 0
    for i := 1; i <= 64; i++ { insert(q, i) }
    for r := 1; r <= reps; r++ {
        insert(q, 32, r)
        s = (s + remove(q, 1)) % 1000003
    }
    return s + #q
}

n := tonumber(arg[1]) || 3000
print(string.format("%d %d", stack(n), queue(n * 200)))
