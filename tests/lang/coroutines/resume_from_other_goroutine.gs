// A suspended coroutine may be resumed by another goroutine.
co := coroutine.wrap(func() { for i := 1; ; i++ { coroutine.yield(i) } })
results := make(chan, 2)
print(co())              // expect: 1
go func() { results <- co() }()
print(<-results, co())   // expect: 2\t3
