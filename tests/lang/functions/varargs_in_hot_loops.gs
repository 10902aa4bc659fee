// Functions with a variable number of arguments, called in loops that get hot: counting, indexing, spreading, forwarding.
func count(...) { return #... }
func sum(...) {
    s := 0
    for i := 1; i <= #...; i++ { s += ...[i] }
    return s
}
func rest(first, ...) { return ... }
func pair(...) { return ..., #... }
func at(i, ...) { return ...[i] }
func packed(...) { t := {...}; return #t, t[1] }
func looped(...) {
    n := 0
    for k, v := range {...} { n += k * v }
    return n
}
func named(a, b, ...) { return a, b, #... }

func plain(n) {
    total := 0
    for i := 1; i <= n; i++ {
        total += count() + count(i) + count(i, nil, 3) + sum(i, 2, i % 5) + sum()
        total += sum(rest(i, i % 7, 4)) + count(rest(1)) + count(rest())
        a, b, c := named(i)
        if b != nil { error("b") }
        total += a + c
    }
    return total
}
print(plain(10), plain(3000))  // expect: 257\t9047998

func lists(n) {
    total := 0
    for i := 1; i <= n; i++ {
        x, y, z := pair(i, 2)
        if y != 1 || z != nil { total++ }
        x, y, z = rest(0, i, i + 1)
        total += x + y
        if z != nil { error("z") }
        total += count(1, 2, rest(0, 3, 4, 5, 6, 7, 8))
    }
    return total
}
print(lists(3000))  // expect: 9033000

// Keys that are out of range, not ints, or of another kind now and then.
func keys(n) {
    found, missing := 0, 0
    for i := 1; i <= n; i++ {
        v := at(i % 5, 10, 20, 30)
        if v == nil { missing++ } else { found += v }
        k := i % 100 == 0 && 2.0 || 2
        if at(k, 1, 7) == 7 { found++ } else { missing++ }
    }
    return found, missing
}
print(keys(5000))  // expect: 65000\t2000

// Arguments change their type while the loop runs.
func mixed(n) {
    s := 0
    for i := 1; i <= n; i++ {
        x := i
        if i > n / 2 { x = i + 0.5 }
        s += sum(x, 1, x)
    }
    return s
}
print(mixed(4000))  // expect: 16010000.0

func tables(n) {
    s := 0
    for i := 1; i <= n; i++ {
        c, first := packed(i, i + 1, i + 2)
        s += c + first + looped(i, 2, 3)
    }
    return s
}
print(tables(3000))  // expect: 9051000

// Errors inside, with arguments alive.
func checked(...) {
    if ...[2] > 2990 { error("too much: " .. ...[1] .. " of " .. #...) }
    return ...
}
func raising(n) {
    s := 0
    for i := 1; i <= n; i++ {
        a, b, c := checked("x", i, 3)
        s += b + c
    }
    return s
}
print(raising(2000))  // expect: 2007000
print(pcall(raising, 3000))  // expect: false\ttoo much: x of 3

// Callees that change, behind an open list.
func add3(a, b, c) { return a + b + (c || 0) }
func mul3(a, b, c) { return a * b * (c || 1) }
func changing(n) {
    s := 0
    f := add3
    for i := 1; i <= n; i++ {
        if i == n - 5 { f = mul3 }
        s += f(rest(0, i % 10, 2)) + f(rest(0, 1, 2, 3))
    }
    return s
}
print(changing(3000))  // expect: 37523

// More values than the caller's frame has registers for.
func many(n) {
    s := 0
    for i := 1; i <= n; i++ { s += count(rest(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)) }
    return s
}
print(many(3000))  // expect: 36000

func recursive(n, ...) {
    if n == 0 { return sum(...) }
    return recursive(n - 1, n, ...)
}
func deep(n) {
    s := 0
    for i := 1; i <= n; i++ { s += recursive(4, i) }
    return s
}
print(deep(2000))  // expect: 2021000

// A loop in the function itself, with its own arguments.
func long(a, ...) {
    s := 0
    for round := 1; round <= 1000; round++ {
        for i := 1; i <= #...; i++ { s += ...[i] * a }
        if ...[round] == nil { s++ }
    }
    return s
}
print(long(2, 1, 2, 3), long(2), long())  // expect: 12997\t1000\t1000
