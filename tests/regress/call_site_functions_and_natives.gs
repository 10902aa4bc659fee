// One call site meets natives, functions, new closures and callables in turn, with collections between.
func apply(f, x) { return f(x) }
func twice(x) { return x * 2 }
callable := setmetatable({}, {__call: func(self, x) { return x + 100 }})
total := 0
for i := 1; i <= 200; i++ {
    total += apply(math.abs, -i)
    total += apply(math.floor, i + 0.5)
    total += apply(twice, i)
    total += apply(func(x) { return x + i }, 1)
    total += apply(callable, i)
    if i % 20 == 0 { collectgarbage() }
}
print(total)   // expect: 140800
for i := 1; i <= 50; i++ { total += apply(math.abs, -1) + apply(math.sqrt, 4) }
print(total)   // expect: 140950.0
