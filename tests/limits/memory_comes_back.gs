// After "out of memory" all that the failed attempt had is free again: each round gets as far as the first.
func rounds(attempt) {
    first := 0
    for r := range 6 {
        reached := 0
        pcall(func() { for i := 1; ; i++ { attempt(i); reached = i } })
        if r == 0 { first = reached }
        if reached < first * 0.9 { return "round " .. r .. ": " .. reached .. " of " .. first }
    }
    return "same"
}
store := nil
func filling(add) {
    return func(i) {
        if i == 1 { store = nil; store = {} }
        add(store, i)
    }
}
print(rounds(filling(func(t, i) { t[i] = {i} })))              // expect: same
print(rounds(filling(func(t, i) { t["key" .. i] = i })))       // expect: same
store = nil
// Held by nothing but registers of the frames that were left.
func fill_locals() {
    t, reached := {}, 0
    pcall(func() {
        own := {}
        for i := 1; ; i++ { own[i] = {i, i}; reached = i }
    })
    return reached
}
first := fill_locals()
for range 5 { if fill_locals() < first * 0.9 { print("memory was kept") } }
counts := {}
func in_coroutine() {
    reached := 0
    coroutine.resume(coroutine.create(func() {
        own := {}
        for i := 1; ; i++ { own[i] = {i, i}; reached = i }
    }))
    return reached
}
first = in_coroutine()
for range 5 { if in_coroutine() < first * 0.9 { print("memory was kept") } }
func recovering() {
    reached := 0
    func inner() {
        defer recover()
        own := {}
        for i := 1; ; i++ { own[i] = {i, i}; reached = i }
    }
    func guarded() {
        defer func() { recover() }()
        own := {}
        for i := 1; ; i++ { own[i] = {i, i}; reached = i }
    }
    guarded()
    return reached
}
first = recovering()
for range 5 { if recovering() < first * 0.9 { print("memory was kept") } }
// flags: --memory-limit=38M
// timeout: 60
// skip with: --gc-stress
