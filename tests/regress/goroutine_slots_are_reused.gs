// A goroutine's stacks pass to the next one while its dead object waits for the collector. What C++ code holds for the new
// owner must survive that object's end.
done := make(chan)
texts := {}
for round := range 20 {
    for range 5 { go func() {}() }
    sched.yield()
    for range 5 {
        go func() {
            t := {}
            for i := range 50 { append(t, "value " .. (i * 7 + round) % 50) }
            table.sort(t, func(a, b) {
                if a == "value 7" { collectgarbage() }
                return a < b
            })
            done <- t[1] .. t[50]
        }()
    }
    for range 5 { texts[<-done] = true }
}
print(table.concat(table.keys(texts), ","))
// expect: value 0value 9
