// Every callback may suspend its coroutine.
func run(f) {
    co := coroutine.wrap(f)
    seen := {}
    for {
        v := co()
        if v == "done" { return table.concat(seen, " ") }
        append(seen, v)
    }
}
print(run(func() { table.filter({1, 2}, func(v) { coroutine.yield(v) }); return "done" }))         // expect: 1 2
print(run(func() { table.reduce({3, 4}, func(a, v) { coroutine.yield(v); return a }, 0); return "done" }))         // expect: 3 4
print(run(func() { table.fromArray({5}, func(v) { coroutine.yield(v); return v }); return "done" }))       // expect: 5
print(run(func() { sort.byKey({6, 7}, func(v) { coroutine.yield(v); return v }); return "done" })) // expect: 6 7
print(run(func() { sort.partition({8}, func(v) { coroutine.yield(v) }); return "done" }))          // expect: 8
print(run(func() { sort.min({9, 10}, func(v) { coroutine.yield(v); return v }); return "done" }))  // expect: 9 10
