// One field access sees objects of many layouts.
func get(o) { return o.x }
objects := {{x: 1}, {a: 0, x: 2}, {b: 0, a: 0, x: 3}, {x: 4, y: 0}, {c: 0, x: 5}, {d: 0, x: 6}, {}, setmetatable({}, {__index: {x: 7}}),
    setmetatable({}, {__index: func(t, k) { return 8 }}), setmetatable({x: 9}, {})}
for round := range 3 {
    for _, o := range objects { io.write(tostring(get(o)), " ") }
}
print()     // expect: 1 2 3 4 5 6 nil 7 8 9 1 2 3 4 5 6 nil 7 8 9 1 2 3 4 5 6 nil 7 8 9\x20
print(pcall(get, 5), pcall(get, nil))   // expect: false\tfalse\tattempt to index a nil value
