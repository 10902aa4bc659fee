co := coroutine.create(func(...) {
    print(#..., ...)
    print(select("#", coroutine.yield()))
    print(coroutine.yield(nil, nil))
})
print(coroutine.resume(co, 1, nil, nil))
// expect: 3\t1\tnil\tnil
// expect: true
print(coroutine.resume(co, nil, nil))
// expect: 2
// expect: true\tnil\tnil
print(coroutine.resume(co, "a", nil, "c"))
// expect: a\tnil\tc
// expect: true
