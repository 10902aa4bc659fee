// A tour of GScript. Run it with `make run`.

func section(title) {
    print()
    print("-- " .. title .. " " .. string.rep("-", 56 - #title))
}

// ---------------------------------------------------------------------------------------------
section("values")

name, year := "GScript", 1.0 // := declares, several names at once
big := math.maxinteger       // ints have 64 bits and wrap, as in Go
print(name, year, big, big + 1 == math.mininteger)
print(7 / 2, 6 / 2, 2 ** 10, -7 % 3, 0xff, 1_000_000, 'A', 10 .. "th")
print("strings are bytes:", #"naïve", "and know Unicode:", ("naïve"):upper())
for position, rune := range "aé😀" {
    print("  byte", position, "code point", rune)
}

// ---------------------------------------------------------------------------------------------
section("functions and closures")

func counter(start, step...) { // `step...` collects the rest
    by := step[1] || 1
    return func() {
        start += by
        return start
    }
}
next_even := counter(0, 2)
next_even()
print("counter:", next_even(), next_even())

func min_max(values...) {
    low, high := values[1], values[1]
    for _, v := range values {
        low, high = min(low, v), max(high, v)
    }
    return low, high // several results
}
print("min and max:", min_max(3, 1, 4, 1, 5, 9, 2, 6))

compose := func(f, g) { return func(x) { return f(g(x)) } }
increment := func(x) { return x + 1 }
double := func(x) { return x * 2 }
print("composed:", compose(increment, double)(20))

// Each iteration has its own loop variable.
squares := {}
for i := 1; i <= 3; i++ {
    append(squares, func() { return i * i })
}
print("closures:", squares[1](), squares[2](), squares[3]())

// ---------------------------------------------------------------------------------------------
section("tables: arrays, records, anything")

planets := {
    {name: "Mercury", radius: 2440, moons: 0},
    {name: "Earth", radius: 6371, moons: 1},
    {name: "Mars", radius: 3390, moons: 2},
    {name: "Jupiter", radius: 69911, moons: 95},
}
table.sort(planets, func(a, b) { return a.radius > b.radius })
for i, planet := range planets {
    print(string.format("  %d. %-8s %6d km, %2d moons", i, planet.name, planet.radius, planet.moons))
}
names := table.map(table.filter(planets, func(p) { return p.moons > 0 }), func(p) { return p.name })
print("with moons:", table.concat(names, ", "))

word_count := {}
for word := range string.gmatch("the quick fox jumps over the lazy dog the end", "%a+") {
    word_count[word] = (word_count[word] || 0) + 1
}
for word, n := range word_count { // in the order of insertion
    if n > 1 { print("repeated:", word, n) }
}

// ---------------------------------------------------------------------------------------------
section("control flow")

func classify(n) {
    switch {
    case n < 0:
        return "negative"
    case n == 0:
        return "zero"
    case n % 2 == 0:
        return "even"
    default:
        return "odd"
    }
}
print(classify(-5), classify(0), classify(7), classify(10))

func first_multiple(rows, divisor) {
    found := nil
    search: for r, row := range rows {
        for c, v := range row {
            if v % divisor == 0 {
                found = {row: r, column: c, value: v}
                break search // leaves both loops
            }
        }
    }
    return found
}
hit := first_multiple({{1, 2, 4}, {5, 21, 8}, {7, 9, 14}}, 7)
print("first multiple of 7:", hit.value, "at", hit.row, hit.column)

// ---------------------------------------------------------------------------------------------
section("objects")

Shape := {}
func new_class(parent, methods) {
    methods.__index = methods
    return setmetatable(methods, {__index: parent})
}
Shape.__index = Shape
Shape.describe = func(self) { return self.kind .. " of area " .. string.format("%.2f", self:area()) }

Circle := new_class(Shape, {
    kind: "circle",
    area: func(self) { return math.pi * self.r ** 2 },
})
Square := new_class(Shape, {
    kind: "square",
    area: func(self) { return self.side * self.side },
})
for _, shape := range {setmetatable({r: 1.5}, Circle), setmetatable({side: 3}, Square)} {
    print(shape:describe())
}

Vector := {
    __add: func(a, b) { return vector(a.x + b.x, a.y + b.y) },
    __mul: func(a, k) { return vector(a.x * k, a.y * k) },
    __eq: func(a, b) { return a.x == b.x && a.y == b.y },
    __tostring: func(v) { return "(" .. v.x .. ", " .. v.y .. ")" },
}
func vector(x, y) { return setmetatable({x: x, y: y}, Vector) }
print(vector(1, 2) + vector(3, 4) * 10, vector(1, 2) == vector(1, 2))

// ---------------------------------------------------------------------------------------------
section("errors, defer, recover")

func safe_divide(a, b) {
    ok, result := pcall(func() { return a / b })
    return ok && result || "error: " .. result
}
print(safe_divide(10, 4), safe_divide(1, 0))

func guarded(steps) {
    defer func() {
        problem := recover()
        append(steps, "recovered from " .. tostring(problem))
    }()
    defer append(steps, "cleaned up")
    append(steps, "working")
    error("a broken pipe")
}
steps := {}
guarded(steps)
print(table.concat(steps, ", "))

// ---------------------------------------------------------------------------------------------
section("coroutines")

func fibonacci(limit) {
    return coroutine.wrap(func() {
        a, b := 0, 1
        for a < limit {
            coroutine.yield(a)
            a, b = b, a + b
        }
    })
}
line := {}
for n := range fibonacci(100) {
    append(line, n)
}
print("fibonacci:", table.concat(line, " "))

func permutations(items) {
    func permute(n) {
        if n == 0 { coroutine.yield(table.concat(items)) }
        for i := 1; i <= n; i++ {
            items[n], items[i] = items[i], items[n]
            permute(n - 1) // yields from any depth
            items[n], items[i] = items[i], items[n]
        }
    }
    return coroutine.wrap(func() { permute(#items) })
}
line = {}
for p := range permutations({"a", "b", "c"}) {
    append(line, p)
}
print("permutations:", table.concat(line, " "))

// ---------------------------------------------------------------------------------------------
section("goroutines and channels")

// A pipeline: numbers -> squares -> their sum.
func produce(n) {
    out := make(chan)
    go func() {
        for i := 1; i <= n; i++ { out <- i }
        close(out)
    }()
    return out
}
func square_all(input) {
    out := make(chan, 4)
    go func() {
        for v := range input { out <- v * v }
        close(out)
    }()
    return out
}
sum := 0
for v := range square_all(produce(100)) {
    sum += v
}
print("sum of squares:", sum)

// Workers share a queue; select waits for whatever comes first.
jobs, results, done := make(chan), make(chan), make(chan)
for worker := 1; worker <= 3; worker++ {
    go func() {
        for job := range jobs { results <- {worker: worker, value: job * 10} }
        done <- worker
    }()
}
go func() {
    for job := 1; job <= 9; job++ { jobs <- job }
    close(jobs)
}()
total, finished := 0, 0
for finished < 3 {
    select {
    case r := <-results:
        total += r.value
    case <-done:
        finished++
    }
}
print("workers finished:", finished, "total:", total)

// A prime sieve: one goroutine for each prime.
func sieve(count) {
    numbers := make(chan)
    go func() {
        for n := 2; ; n++ { numbers <- n }
    }()
    source, primes := numbers, {}
    for #primes < count {
        prime := <-source
        append(primes, prime)
        input, output := source, make(chan)
        go func() {
            for {
                n := <-input
                if n % prime != 0 { output <- n }
            }
        }()
        source = output
    }
    return primes
}
print("primes:", table.concat(sieve(12), " "))

// ---------------------------------------------------------------------------------------------
section("text")

print(string.format("%05d|%-6s|%6.2f|%x|%q", 42, "left", math.pi, 255, "a \"quote\""))
print(string.gsub("hello world", "(%w+)", func(w) { return string.title(w) .. "!" }))
key, value := string.match("speed = fast", "(%w+)%s*=%s*(%w+)")
print(key, value, string.split("a,b,c", ",")[2], string.trim("  padded  "))

print()
print("That was the tour. See docs/ for the rest.")
