co := coroutine.wrap(func() {
    m := table.map({1, 2}, func(v) { return coroutine.yield("map" .. v) })
    s := sort.byKey({"b", "a"}, func(v) { coroutine.yield("key"); return v })
    return table.concat(m, ",") .. table.concat(s, ",")
})
print(co(), co("x"), co("y"), co(), co())   // expect: map1\tmap2\tkey\tkey\tx,ya,b
