func near(a, b) { return math.abs(a - b) < 1e-15 }
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1))   // expect: 0.0\t1.0\t0.0\t0.0\t0.0
print(near(math.sin(math.pi / 6), 0.5), near(math.cos(math.pi / 3), 0.5000000000000001), near(math.tan(math.pi / 4), 1.0))         // expect: true\ttrue\ttrue
print(math.asin(1) * 2 == math.pi, math.acos(-1) == math.pi, math.asin(2), math.acos(-1.5))        // expect: true\ttrue\tNaN\tNaN
print(math.atan(1) * 4 == math.pi, math.atan(1, -1) * 4 == 3 * math.pi, math.atan(0, -1) == math.pi, math.atan(-0.0, -1) == -math.pi)   // expect: true\ttrue\ttrue\ttrue
print(math.atan(0, 0), math.atan(1, 0) * 2 == math.pi, math.sin(1 / 0.0), math.tan("0"))   // expect: 0.0\ttrue\tNaN\t0.0
for i := range 100 {
    x := i * 0.37 - 18
    assert(math.abs(math.sin(x) ** 2 + math.cos(x) ** 2 - 1) < 1e-12)
}
for _, f := range {"sin", "cos", "tan", "asin", "acos", "atan"} {
    assert(select(2, pcall(math[f], "x")) == "bad argument #1 to 'math." .. f .. "' (number expected, got string)", f)
}
math.atan(1, "y")                               // expect error: bad argument #2 to 'math.atan' (number expected, got string)
