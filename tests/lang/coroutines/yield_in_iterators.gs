co := coroutine.wrap(func() {
    n := 0
    for v := range func() { n++; if n < 3 { return coroutine.yield("it" .. n) } } { coroutine.yield("body " .. v) }
    t := setmetatable({}, {__pairs: func(t) { coroutine.yield("pairs"); return {7} }})
    for k, v := range t { coroutine.yield(v) }
    return "end"
})
print(co(), co("a"), co(), co("b"), co(), co(), co())   // expect: it1\tbody a\tit2\tbody b\tpairs\t7\tend
