// One index expression, keys and containers of every kind.
func at(t, k) { return t[k] }
t := {10, 20, 30, x: "field", [2.5]: "float", [true]: "bool", [-1]: "neg"}
for round := range 2 {
    for _, k := range {1, 3, 4, "x", 2.5, true, -1, 2.0, 0, "1"} { io.write(tostring(at(t, k)), " ") }
}
print()     // expect: 10 30 nil field float bool neg 20 nil nil 10 30 nil field float bool neg 20 nil nil\x20
print(at({1.5, 2.5}, 2), at({"a"}, 1), at(setmetatable({}, {__index: func(t, k) { return k }}), 7))   // expect: 2.5\ta\t7
print(pcall(at, "str", 1))              // expect: false\tattempt to index a string value
