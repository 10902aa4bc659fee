func producer(items) { return coroutine.create(func() { for _, v := range items { coroutine.yield(v) }; return nil }) }
func filter(p) {
    return coroutine.create(func() {
        line := 1
        for {
            ok, v := coroutine.resume(p)
            if v == nil { return nil }
            coroutine.yield(line .. ":" .. v)
            line++
        }
    })
}
f := filter(producer({"a", "b", "c"}))
for {
    ok, v := coroutine.resume(f)
    if !ok || v == nil { break }
    io.write(v, " ")
}
print(coroutine.status(f))                      // expect: 1:a 2:b 3:c dead
