func call(f, x) { return f(x) }
fs := {func(x) { return x + 1 }, func(x, y) { return y }, math.abs, setmetatable({}, {__call: func(self, x) { return "called " .. x }}),
    func(...) { return #... }, tostring}
for round := range 2 {
    for _, f := range fs { io.write(tostring(call(f, -5)), " ") }
}
print()     // expect: -4 nil 5 called -5 1 -5 -4 nil 5 called -5 1 -5\x20
print(pcall(call, nil, 1))              // expect: false\tattempt to call a nil value
