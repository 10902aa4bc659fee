// One place in the program, operands of every kind in turn.
mt := {__add: func(a, b) { return "meta" }}
func add(a, b) { return a + b }
values := {1, 2.5, "3", setmetatable({}, mt), math.maxinteger, -0.0, 140737488355327}
for round := range 3 {
    s := ""
    for _, v := range values { s ..= tostring(add(v, 1)) .. " " .. tostring(add(1, v)) .. " " }
    print(s)
}
print(pcall(add, nil, 1))
print(add(1, 2), add(1.5, 2))
// expect: 2 2 3.5 3.5 4 4 meta meta -9223372036854775808 -9223372036854775808 1.0 1.0 140737488355328 140737488355328\x20
// expect: 2 2 3.5 3.5 4 4 meta meta -9223372036854775808 -9223372036854775808 1.0 1.0 140737488355328 140737488355328\x20
// expect: 2 2 3.5 3.5 4 4 meta meta -9223372036854775808 -9223372036854775808 1.0 1.0 140737488355328 140737488355328\x20
// expect: false\tattempt to perform arithmetic on a nil value
// expect: 3\t3.5
